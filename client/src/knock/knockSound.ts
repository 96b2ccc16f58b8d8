import { play, type Tone } from '../ui/sound.ts'

/* Two soft taps, low and short, as on wood. */
const TAPS: readonly Tone[] = [0, 0.22].map((at) => ({ hertz: 160, at, seconds: 0.09, loudness: 0.25 }))

/** The sound of a knock on the board. */
export function soundKnock(): void {
  play(TAPS)
}
