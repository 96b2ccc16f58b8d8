import { lazyPart } from '../live/lazyPart.ts'

const load = async () => (await import('./WhenSheet.tsx')).WhenSheet

/* Choosing a rhythm: loaded when somebody is asked when. */
export const WhenSheet = lazyPart(load)

/** Fetches it ahead, so that the tap finds it, also where the network has gone meanwhile. */
export function preloadWhen(): void {
  // A failed try costs nothing: it is fetched again when it is opened.
  load().catch(() => {})
}
