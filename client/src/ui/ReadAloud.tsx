import { useEffect, useState } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button, IconButton } from './Button.tsx'
import { speak, stopSpeaking, useDeviceVoice } from './deviceSpeech.ts'
import { speaker, stop } from './icons/icons.ts'

export interface ReadAloudProps {
  /** What is read: the words on the screen, in their order. Asked for when the button is pressed. */
  readonly text: () => string
  /** Only the drawing, beside a heading. */
  readonly round?: boolean
}

/** "Lees voor". Not there at all on a device that has no voice of its own in this language. */
export function ReadAloud({ text, round = false }: ReadAloudProps) {
  const voice = useDeviceVoice(useLocale())
  const [reading, setReading] = useState(false)
  // Leaving the screen stops the voice: nobody hears a screen that is gone.
  useEffect(() => (reading ? stopSpeaking : undefined), [reading])

  if (voice === undefined) return null
  const toggle = () => {
    if (reading) {
      stopSpeaking()
      setReading(false)
    } else {
      setReading(true)
      speak(text(), voice, () => setReading(false))
    }
  }
  const label = reading ? m.read_stop() : m.read()
  const icon = reading ? stop : speaker
  if (round) return <IconButton icon={icon} label={label} onClick={toggle} />
  return (
    <Button kind="quiet" icon={icon} onClick={toggle}>
      {label}
    </Button>
  )
}
