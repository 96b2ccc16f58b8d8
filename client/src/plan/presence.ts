import { questions, type Question } from '@kringplan/shared/plan/schema'
import { useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Me } from '../circle/circle.ts'

/*
 * "oom Herman schrijft hier": a name and a place, nothing more. No cursors, no colours, no typing speed.
 * Presence comes from other devices, so every field is checked before it is shown.
 */

/** Where somebody writes. */
export interface Place {
  readonly agreement: string
  readonly field: Question
}

/** Somebody else who writes now. */
export interface Writer extends Place {
  readonly client: number
  readonly name: string
  readonly personId: string | null
}

const MAX_SHOWN_NAME = 60

/** Tells the others where this device writes; null when it stopped. */
export function sayWhere(awareness: Awareness, me: Me, at: Place | null): void {
  say(awareness, { name: me.name, personId: me.personId, at })
}

/** Tells the others something of this device, and leaves what it said before as it was. */
export function say(awareness: Awareness, part: Readonly<Record<string, unknown>>): void {
  const before = awareness.getLocalState()
  const state = { ...before, ...part }
  if (JSON.stringify(before) !== JSON.stringify(state)) awareness.setLocalState(state)
}

/** Who else writes now, oldest connection first. Malformed states are left out. */
export function readWriters(awareness: Awareness): readonly Writer[] {
  const writers: Writer[] = []
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const { name, personId, at } = state as { name?: unknown; personId?: unknown; at?: unknown }
    if (typeof name !== 'string' || name === '' || typeof at !== 'object' || at === null) continue
    const { agreement, field } = at as { agreement?: unknown; field?: unknown }
    const known = questions.find((question) => question === field)
    if (typeof agreement !== 'string' || known === undefined) continue
    const person = typeof personId === 'string' ? personId : null
    writers.push({ client, name: name.slice(0, MAX_SHOWN_NAME), personId: person, agreement, field: known })
  }
  return writers.sort((a, b) => a.client - b.client)
}

/** Who else writes now. The array keeps its identity until somebody starts, stops or goes elsewhere. */
export function useWriters(awareness: Awareness): readonly Writer[] {
  const last = useRef<{ key: string; writers: readonly Writer[] }>({ key: '[]', writers: [] })
  return useSyncExternalStore(
    (fn) => {
      awareness.on('change', fn)
      return () => awareness.off('change', fn)
    },
    () => {
      const writers = readWriters(awareness)
      const key = JSON.stringify(writers)
      if (key !== last.current.key) last.current = { key, writers }
      return last.current.writers
    },
  )
}
