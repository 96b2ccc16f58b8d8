import { toHexString } from 'lib0/buffer'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { makeWelcome, type WordNumbers, type Welcome } from '../sealed/words.ts'
import { decodeFromDoor, type AtDoor } from '../sealed/wordsMessages.ts'

/** Somebody at the door who asks to come in by words. */
export interface Latecomer {
  readonly id: string
  readonly who: AtDoor
  /** Null while nobody here opened to them; undefined numbers while the words are not there yet. */
  readonly talk: { readonly numbers: WordNumbers | undefined; readonly isElsewhere: boolean } | null
}

/** Who stands at the door, as one device inside sees them. */
export interface Latecomers {
  readonly now: () => readonly Latecomer[]
  readonly subscribe: (fn: () => void) => () => void
  /** Opens to them: the words come. @param locale the language of the words */
  talk(id: string, locale: string): void
  /** The words are the same: lets them in. False when there is no connection; ask again. */
  admit(id: string): Promise<boolean>
  /** Not now, or other words. When they ask anew they are seen again. */
  dismiss(id: string): void
}

type Entry = { knockId: Uint8Array; who: AtDoor; welcome: Welcome | undefined; heardAt: number }

/** A phone at the door says so again and again: one that is silent for so long has gone. */
export const goneAfterMs = 60_000
const lookMs = 10_000
/** More never stand there. Names are claims: whoever makes them up must not fill the screens inside. */
const mostAtDoor = 20

/** What it takes from the world. */
export interface DoorTime {
  readonly now: () => number
  readonly later: (fn: () => void, ms: number) => void
}

const pageTime: DoorTime = { now: Date.now, later: (fn, ms) => void setTimeout(fn, ms) }

const known = new WeakMap<SealedDocument, Latecomers>()

/** The latecomers of this document: one list for all screens of the page. */
export function latecomersOf(live: SealedDocument): Latecomers {
  const found = known.get(live) ?? createLatecomers(live)
  known.set(live, found)
  return found
}

/** Listens for knocks until the document goes. */
export function createLatecomers(
  live: Pick<SealedDocument, 'onKnock' | 'sendAdmit' | 'makeAdmission' | 'getDetail'>,
  time: DoorTime = pageTime,
): Latecomers {
  const entries = new Map<string, Entry>()
  /** Let in, as far as is known here: the answer may not have reached them. */
  const admitted = new Map<string, Entry>()
  let isLooking = false
  const dismissed = new Set<string>()
  const listeners = new Set<() => void>()
  let list: readonly Latecomer[] = []

  const change = () => {
    list = [...entries].map(([id, { who, welcome }]) => ({
      id,
      who,
      talk: welcome === undefined ? null : { numbers: welcome.numbers(), isElsewhere: welcome.isElsewhere() },
    }))
    for (const listener of listeners) listener()
  }
  const answer = (entry: Entry, bytes: Uint8Array | undefined) =>
    bytes !== undefined && live.sendAdmit({ knockId: entry.knockId, bytes })

  /** Who went away stands there no more; who is being talked with does. */
  const look = () => {
    const before = entries.size
    for (const [id, { welcome, heardAt }] of entries)
      if (welcome === undefined && time.now() - heardAt > goneAfterMs) entries.delete(id)
    if (entries.size < before) change()
    isLooking = entries.size > 0
    if (isLooking) time.later(look, lookMs)
  }
  const lookLater = () => {
    if (!isLooking) time.later(look, lookMs)
    isLooking = true
  }
  const letIn = async (entry: Entry): Promise<boolean> => {
    const sealed = await entry.welcome?.admit(live.makeAdmission())
    return answer(entry, sealed)
  }

  live.onKnock(({ knockId, bytes }) => {
    const message = decodeFromDoor(bytes)
    if (message === undefined) return
    const id = toHexString(knockId)
    const entry = entries.get(id)
    const again = admitted.get(id)
    // Their connection was gone when the yes was sent.
    if (again !== undefined && message.type !== 'ask') return void letIn(again)
    if (entry !== undefined) entry.heardAt = time.now()
    if (message.type === 'ask' && entry === undefined && !dismissed.has(id)) {
      // One person at the door once: who asks anew stands there with the new asking.
      for (const [other, { who, welcome }] of entries)
        if (who.seatId === message.who.seatId && welcome === undefined) entries.delete(other)
      if (entries.size >= mostAtDoor) return
      entries.set(id, { knockId, who: message.who, welcome: undefined, heardAt: time.now() })
      lookLater()
      return change()
    }
    // Another device inside opened to them.
    if (message.type !== 'ask' && entry !== undefined && entry.welcome === undefined) {
      entries.delete(id)
      return change()
    }
    if (entry?.welcome === undefined) return
    answer(entry, entry.welcome.receive(bytes))
    change()
  })
  return {
    now: () => list,
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    talk(id, locale) {
      const entry = entries.get(id)
      if (entry === undefined || entry.welcome !== undefined) return
      entry.welcome = makeWelcome(live.getDetail().room, locale, secureRandom)
      answer(entry, entry.welcome.commit())
      change()
    },
    async admit(id) {
      const entry = entries.get(id)
      if (entry === undefined || !(await letIn(entry))) return false
      entries.delete(id)
      admitted.set(id, entry)
      dismissed.add(id)
      change()
      return true
    },
    dismiss(id) {
      entries.delete(id)
      dismissed.add(id)
      change()
    },
  }
}
