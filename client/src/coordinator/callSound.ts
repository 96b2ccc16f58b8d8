/*
 * The sound of a call on the coordinator's device: two tones, every four seconds, until there is an answer. Browsers
 * let a page sound only after a press on it, so any press arms it beforehand.
 */

const EVERY_MS = 4_000
const TONES = [
  { hertz: 659, at: 0 },
  { hertz: 523, at: 0.35 },
] as const
const TONE_SECONDS = 0.3
const LOUDNESS = 0.35

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

/** Whether a call will be heard. */
export function isSoundArmed(): boolean {
  return context?.state === 'running'
}

/** Sounds until the returned function is called. */
export function soundCall(): () => void {
  ring()
  const timer = setInterval(ring, EVERY_MS)
  return () => clearInterval(timer)
}

function ring(): void {
  if (context === undefined || context.state !== 'running') return
  for (const { hertz, at } of TONES) {
    const start = context.currentTime + at
    const tone = context.createOscillator()
    const gain = context.createGain()
    tone.frequency.value = hertz
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
    gain.gain.linearRampToValueAtTime(0, start + TONE_SECONDS)
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + TONE_SECONDS)
  }
}
