import { play, type Tone } from '../ui/sound.ts'

/* The sound of a call on the coordinator's device: two tones, every four seconds, until there is an answer. */

const EVERY_MS = 4_000
const TONES: readonly Tone[] = [
  { hertz: 659, at: 0, seconds: 0.3, loudness: 0.35 },
  { hertz: 523, at: 0.35, seconds: 0.3, loudness: 0.35 },
]

/** Sounds until the returned function is called. */
export function soundCall(): () => void {
  play(TONES)
  const timer = setInterval(() => play(TONES), EVERY_MS)
  return () => clearInterval(timer)
}
