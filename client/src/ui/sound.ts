/*
 * Short sounds, made on the spot. Browsers let a page sound only after a press on it, so any press arms it beforehand.
 */

/** One sound: how high, when it begins and how long it lasts (seconds), how loud (0 to 1). */
export interface Tone {
  readonly hertz: number
  readonly at: number
  readonly seconds: number
  readonly loudness: number
}

let context: AudioContext | undefined

/** Makes the page able to sound. Call it from a press. Returns whether sound works now. */
export async function armSound(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false
  context ??= new AudioContext()
  try {
    await context.resume()
  } catch {
    return false
  }
  return isSoundArmed()
}

/** Whether a sound will be heard. */
export function isSoundArmed(): boolean {
  return context?.state === 'running'
}

/** Plays these, or is silent where the page may not sound. */
export function play(tones: readonly Tone[]): void {
  if (context === undefined || context.state !== 'running') return
  for (const { hertz, at, seconds, loudness } of tones) {
    const start = context.currentTime + at
    const tone = context.createOscillator()
    const gain = context.createGain()
    tone.frequency.value = hertz
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(loudness, start + Math.min(0.02, seconds / 4))
    gain.gain.linearRampToValueAtTime(0, start + seconds)
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + seconds)
  }
}
