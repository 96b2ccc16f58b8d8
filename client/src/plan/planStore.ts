import { readInside, type InsideDevice } from '@kringplan/shared/plan/circleDoc'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { agreementsOf, isKnownSchema, readAll } from '@kringplan/shared/plan/planDoc'
import type * as Y from 'yjs'

/**
 * What screens read of a plan, as plain values that keep their identity: an agreement nobody touched is the same
 * object as before, so one key press re-renders one card. Listeners hear of changes at most once a frame; a value
 * asked for in between is up to date all the same.
 */
export interface PlanStore {
  /** The agreements that stand in the plan, in order. */
  readonly visible: () => readonly Agreement[]
  /** One agreement, also when it was taken away; undefined when it was never there. */
  readonly one: (id: string) => Agreement | undefined
  /** The devices inside. */
  readonly inside: () => readonly InsideDevice[]
  /** The version the document says it is of: an editor may be bound to `known` only. */
  readonly schema: () => Schema
  readonly subscribe: (fn: () => void) => () => void
}

/** `none`: the document does not say yet. `other`: one that this page does not know. */
type Schema = 'none' | 'known' | 'other'

const stores = new WeakMap<Y.Doc, PlanStore>()

/** The store of this document; one per document, made at first asking. */
export function planStore(doc: Y.Doc): PlanStore {
  const found = stores.get(doc)
  if (found !== undefined) return found
  const made = createPlanStore(doc, nextFrame)
  stores.set(doc, made)
  return made
}

/** As `planStore`, with the clock in your hand. @param soon calls its argument once, a little later */
export function createPlanStore(doc: Y.Doc, soon: (fn: () => void) => void): PlanStore {
  const listeners = new Set<() => void>()
  let stale = true
  let scheduled = false
  let byId: ReadonlyMap<string, Agreement> = new Map()
  let visible: readonly Agreement[] = []
  let inside: readonly InsideDevice[] = []
  let schema: Schema = 'none'

  const refresh = () => {
    if (!stale) return
    stale = false
    const all = readAll(doc).map((agreement) => keep(byId.get(agreement.id), agreement))
    byId = new Map(all.map((agreement) => [agreement.id, agreement]))
    visible = keepRow(
      visible,
      all.filter((agreement) => !agreement.removed),
    )
    inside = keep(inside, readInside(doc))
    schema = isKnownSchema(doc) ? 'known' : doc.getMap('meta').size === 0 ? 'none' : 'other'
  }
  const changed = () => {
    stale = true
    if (scheduled) return
    scheduled = true
    soon(() => {
      scheduled = false
      for (const fn of listeners) fn()
    })
  }
  agreementsOf(doc).observeDeep(changed)
  doc.getMap('inside').observe(changed)
  doc.getMap('meta').observe(changed)

  const fresh =
    <T>(read: () => T) =>
    (): T => {
      refresh()
      return read()
    }
  return {
    visible: fresh(() => visible),
    one: (id) => {
      refresh()
      return byId.get(id)
    },
    inside: fresh(() => inside),
    schema: fresh(() => schema),
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
  }
}

/** The old value when the new one says the same. */
function keep<T>(old: T | undefined, value: T): T {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(value) ? old : value
}

function keepRow<T>(old: readonly T[], row: readonly T[]): readonly T[] {
  return old.length === row.length && row.every((item, i) => item === old[i]) ? old : row
}

function nextFrame(fn: () => void): void {
  // A hidden tab gets no frames, and then nobody looks either; the timer keeps its screen reader right.
  let done = false
  const once = () => {
    if (done) return
    done = true
    fn()
  }
  requestAnimationFrame(once)
  setTimeout(once, 100)
}
