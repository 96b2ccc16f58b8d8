/** Gives so many random bytes that nobody can guess. Injected, so that a test can repeat a run. */
export type RandomBytes = (length: number) => Uint8Array

/** The random bytes of the device. Present on plain http too, unlike the rest of WebCrypto. */
export const secureRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
