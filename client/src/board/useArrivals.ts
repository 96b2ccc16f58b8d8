import type { Agreement } from '@kringplan/shared/plan/agreement'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import type { Writer } from '../plan/presence.ts'
import { announce } from '../ui/LiveRegion.tsx'

/** How long the lamp stays on a card that somebody else put there. */
const shownFor = 2800
/** Who starts an agreement says so a moment later; then their name can be told. */
const nameWait = 1200

/**
 * The agreements that somebody else put on the board a moment ago, and a sentence about each for who listens to
 * the screen. What stood there at first, and what was made here, is not new.
 */
export function useArrivals(
  agreements: readonly Agreement[],
  own: RefObject<ReadonlySet<string>>,
  writers: readonly Writer[],
): ReadonlySet<string> {
  const known = useRef<Set<string> | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef({ agreements, writers })
  useEffect(() => {
    latest.current = { agreements, writers }
  })
  useEffect(() => {
    const before = known.current
    known.current = new Set([...(before ?? []), ...agreements.map((one) => one.id)])
    if (before === null) return
    const added = agreements
      .filter((one) => !before.has(one.id) && !own.current.has(one.id))
      .map((one) => one.id)
    if (added.length === 0) return
    setFresh((now) => new Set([...now, ...added]))
    setTimeout(() => setFresh((now) => new Set([...now].filter((id) => !added.includes(id)))), shownFor)
    setTimeout(() => {
      for (const id of added) {
        const n = latest.current.agreements.findIndex((one) => one.id === id) + 1
        const naam = latest.current.writers.find((writer) => writer.agreement === id)?.name
        if (n > 0) announce(naam === undefined ? m.bd_added({ n }) : m.plan_added({ naam: capital(naam), n }))
      }
    }, nameWait)
  }, [agreements, own])
  return fresh
}
