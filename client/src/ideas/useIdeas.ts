import { ideasOf, readIdeas, type Idea } from '@kringplan/shared/plan/ideas'
import { useEffect, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Circle } from '../circle/circle.ts'
import { createPrivateIdeas, type PrivateIdeas, type PrivateNow } from './privateIdeas.ts'

interface IdeaStore {
  readonly now: () => readonly Idea[]
  readonly subscribe: (fn: () => void) => () => void
}

const stores = new WeakMap<Y.Doc, IdeaStore>()
const drafts = new WeakMap<Y.Doc, PrivateIdeas>()

/** The ideas on the wall, in the order of coming. */
export function useIdeas(doc: Y.Doc): readonly Idea[] {
  const store = storeOf(doc)
  return useSyncExternalStore(store.subscribe, store.now)
}

function storeOf(doc: Y.Doc): IdeaStore {
  const found = stores.get(doc)
  if (found !== undefined) return found
  let last: readonly Idea[] | undefined
  ideasOf(doc).observe(() => {
    last = undefined
  })
  const made: IdeaStore = {
    now: () => (last ??= readIdeas(doc)),
    subscribe(fn) {
      ideasOf(doc).observe(fn)
      return () => ideasOf(doc).unobserve(fn)
    },
  }
  stores.set(doc, made)
  return made
}

/** The private ideas of this device in this circle: the same ones for as long as its document is open. */
export function privateIdeasOf(circle: Pick<Circle, 'live' | 'ideas'>): PrivateIdeas {
  const { doc } = circle.live
  const found = drafts.get(doc)
  if (found !== undefined) return found
  const made = createPrivateIdeas(
    circle.ideas ?? (() => Promise.reject(new Error('no ideas wall'))),
    Date.now,
  )
  drafts.set(doc, made)
  return made
}

/** What this device keeps privately. An idea that is on the wall already is private no more, and is dropped. */
export function usePrivateIdeas(circle: Pick<Circle, 'live' | 'ideas'>): PrivateNow {
  const mine = privateIdeasOf(circle)
  const now = useSyncExternalStore(mine.subscribe, mine.now)
  const wall = useIdeas(circle.live.doc)
  useEffect(() => {
    for (const { id } of now.ideas) if (wall.some((idea) => idea.id === id)) mine.drop(id)
  }, [now, wall, mine])
  return now
}
