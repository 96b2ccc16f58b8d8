import { useSyncExternalStore } from 'react'
import type { Locale } from '../i18n/locale.ts'

/**
 * Read-aloud with the voices of the device itself. Some browsers also offer voices that send the text to a
 * server of theirs; what a family writes must not leave that way, so such a voice is never used [UI6].
 */

/** The device's own voice for a language, or nothing where it has none. */
export function useDeviceVoice(locale: Locale): SpeechSynthesisVoice | undefined {
  return useSyncExternalStore(
    subscribe,
    () => pickVoice(voices(), locale),
    () => undefined,
  )
}

/** The first voice that speaks on the device itself, its own default before others. */
export function pickVoice(
  offered: readonly SpeechSynthesisVoice[],
  locale: Locale,
): SpeechSynthesisVoice | undefined {
  const own = offered.filter(
    (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === locale,
  )
  return own.find((voice) => voice.default) ?? own[0]
}

/** Speaks a text, after stopping whatever was being read. Calls `onEnd` when it is over, however it ends. */
export function speak(text: string, voice: SpeechSynthesisVoice, onEnd: () => void): void {
  stopSpeaking()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.95
  utterance.addEventListener('end', onEnd)
  utterance.addEventListener('error', onEnd)
  speechSynthesis.speak(utterance)
}

/** Stops reading. */
export function stopSpeaking(): void {
  if (hasSpeech()) speechSynthesis.cancel()
}

function hasSpeech(): boolean {
  return typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'
}

function voices(): readonly SpeechSynthesisVoice[] {
  return hasSpeech() ? speechSynthesis.getVoices() : []
}

/** Browsers fetch the list of voices after the page has been drawn. */
function subscribe(listener: () => void): () => void {
  if (!hasSpeech()) return () => undefined
  speechSynthesis.addEventListener('voiceschanged', listener)
  return () => speechSynthesis.removeEventListener('voiceschanged', listener)
}
