import { lazyPart } from '../live/lazyPart.ts'

/** Loaded after the plan itself: nobody waits for it. */
export const Presence = lazyPart(async () => (await import('./Presence.tsx')).Presence)
