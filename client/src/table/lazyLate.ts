import { lazyPart } from '../live/lazyPart.ts'

/** Seldom needed, and then with the document of now. */
export const LateGate = lazyPart(async () => (await import('./LateGate.tsx')).LateGate)
