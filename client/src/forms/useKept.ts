import { useCallback, useEffect, useState } from 'react'
import { readForm, writeForm } from './formStore.ts'
import {
  clashingFields,
  dirtyFields,
  follow,
  keepMine,
  openKept,
  pick,
  settle,
  takeTheirs,
  tidyWords,
  type Fields,
  type Kept,
  type Tidy,
} from './keptFields.ts'

/** A form over values of the server, as a page uses it. */
export interface KeptForm<T extends Fields> {
  readonly values: T
  /** What the server has now. */
  readonly now: T
  readonly change: (part: Partial<T>) => void
  /** What was typed and is not on the server, field by field. */
  readonly changes: Partial<T>
  /** What stood in those fields when the typing began: sent along, so that no change is made over another. */
  readonly was: Partial<T>
  readonly isDirty: boolean
  /** Fields that somebody else changed meanwhile. */
  readonly clashes: readonly (keyof T & string)[]
  readonly keepMine: (field: keyof T) => void
  readonly takeTheirs: (field: keyof T) => void
  /** The server has said that it keeps these. */
  readonly saved: (sent: Partial<T>) => void
  /** Nothing of it is wanted any more. */
  readonly drop: () => void
}

/** Opens a form under a name of its own. What is typed in it survives a reload of the tab and another page in between. */
export function useKept<T extends Fields>(name: string, now: T, tidy: Tidy = tidyWords): KeptForm<T> {
  const [kept, setKept] = useState<Kept<T>>(() => openKept(now, readForm<T>(name)))
  // A view is a new object each time; only another content counts.
  if (JSON.stringify(now) !== JSON.stringify(kept.now)) setKept(follow(kept, now, tidy))
  const dirty = dirtyFields(kept, tidy)
  useEffect(() => {
    const fields = dirtyFields(kept, tidy)
    const form = { base: pick(kept.base, fields), typed: pick(kept.typed, fields) }
    writeForm(name, fields.length === 0 ? undefined : form)
  }, [name, kept, tidy])
  return {
    values: kept.typed,
    now: kept.now,
    change: useCallback((part) => setKept((state) => ({ ...state, typed: { ...state.typed, ...part } })), []),
    changes: pick(kept.typed, dirty),
    was: pick(kept.base, dirty),
    isDirty: dirty.length > 0,
    clashes: clashingFields(kept, tidy),
    keepMine: useCallback((field) => setKept((state) => keepMine(state, field)), []),
    takeTheirs: useCallback((field) => setKept((state) => takeTheirs(state, field)), []),
    saved: useCallback((sent) => setKept((state) => settle(state, sent)), []),
    drop: useCallback(() => setKept((state) => openKept(state.now)), []),
  }
}
