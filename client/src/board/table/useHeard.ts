import type { Agreement } from '@kringplan/shared/plan/agreement'
import { useCallback, useMemo, useState } from 'react'
import { changedSince, hear, hearAll, type Heard } from './cardNotes.ts'

/** Which agreements were changed since the room last heard them. Begins when the whole plan is here. */
export function useHeard(agreements: readonly Agreement[], isLoaded: boolean) {
  const [heard, setHeard] = useState<Heard | null>(null)
  if (heard === null && isLoaded) setHeard(hearAll(agreements))
  const changed = useMemo(
    () => (heard === null ? new Set<string>() : changedSince(heard, agreements)),
    [heard, agreements],
  )
  /** It was read aloud as it stands. */
  const onHeard = useCallback(
    (agreement: Agreement) => setHeard((now) => (now === null ? now : hear(now, agreement))),
    [],
  )
  return { changed, onHeard }
}
