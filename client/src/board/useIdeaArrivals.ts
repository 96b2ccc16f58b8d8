import type { Idea } from '@kringplan/shared/plan/ideas'
import { useEffect, useRef, type RefObject } from 'react'
import { m } from '../messages/compiled/messages.js'
import { announce } from '../ui/LiveRegion.tsx'

/** Tells who listens to the screen that somebody put an idea on the wall. What stood there at first is not new. */
export function useIdeaArrivals(ideas: readonly Idea[], own: RefObject<ReadonlySet<string>>): void {
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(ideas.map((idea) => idea.id))
    if (before === null) return
    for (const { id, name } of ideas) {
      if (before.has(id) || own.current.has(id)) continue
      announce(name === '' ? m.idea_added_some() : m.idea_added({ naam: name }))
    }
  }, [ideas, own])
}
