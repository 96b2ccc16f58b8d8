import { useSyncExternalStore } from 'react'
import { createAnnouncer } from './announcer.ts'
import { Spoken } from './Spoken.tsx'

const announcer = createAnnouncer({
  now: () => performance.now(),
  later: (run, ms) => void setTimeout(run, ms),
})

/** Tells people who listen to the screen what others did: polite, at most one sentence per five seconds. */
export function announce(sentence: string): void {
  announcer.announce(sentence)
}

/** The one place where `announce` is heard. Stands once in the page, from its first moment on. */
export function LiveRegion() {
  const sentence = useSyncExternalStore(announcer.subscribe, announcer.current, announcer.current)
  return (
    <output aria-live="polite">
      <Spoken>{sentence}</Spoken>
    </output>
  )
}
