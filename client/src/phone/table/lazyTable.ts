import { lazyPart } from '../../live/lazyPart.ts'

const loadSigning = () => import('./SigningPages.tsx')

/* Reading along, the next meeting and signing: each loaded when it is opened. */
export const ReadAlong = lazyPart(async () => (await import('./ReadAlong.tsx')).ReadAlong)
export const MeetAgain = lazyPart(async () => (await import('./MeetAgain.tsx')).MeetAgain)
export const InRoom = lazyPart(async () => (await loadSigning()).InRoom)
export const AtHome = lazyPart(async () => (await loadSigning()).AtHome)

/** Fetches signing ahead, so that the first tap finds it. */
export function preloadSigning(): void {
  // A failed try costs nothing: it is fetched again when it is opened.
  loadSigning().catch(() => {})
}
