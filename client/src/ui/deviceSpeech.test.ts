import { describe, expect, it } from 'vitest'
import { pickVoice } from './deviceSpeech.ts'

const voice = (
  name: string,
  lang: string,
  localService: boolean,
  isDefault = false,
): SpeechSynthesisVoice => ({
  name,
  lang,
  localService,
  default: isDefault,
  voiceURI: name,
})

describe('pickVoice', () => {
  it('[UI6] takes a voice of the device and never one that sends the text away', () => {
    const remote = voice('remote', 'nl-NL', false, true)
    const own = voice('own', 'nl_BE', true)
    expect(pickVoice([remote, own], 'nl')).toBe(own)
    expect(pickVoice([remote], 'nl')).toBeUndefined()
  })

  it('[UI6] takes the language of the screen, and the default of the device first', () => {
    const english = voice('english', 'en-GB', true, true)
    const dutch = voice('dutch', 'nl-NL', true)
    const chosen = voice('chosen', 'nl-NL', true, true)
    expect(pickVoice([english, dutch, chosen], 'nl')).toBe(chosen)
    expect(pickVoice([dutch, english], 'en')).toBe(english)
  })
})
