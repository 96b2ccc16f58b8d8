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

type Entry = { knockId: Uint8Array; who: AtDoor; welcome: Welcome | undefined }

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
): Latecomers {
  const entries = new Map<string, Entry>()
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

  live.onKnock(({ knockId, bytes }) => {
    const message = decodeFromDoor(bytes)
    if (message === undefined) return
    const id = toHexString(knockId)
    const entry = entries.get(id)
    if (message.type === 'ask' && entry === undefined && !dismissed.has(id)) {
      // One person at the door once: who asks anew stands there with the new asking.
      for (const [other, { who }] of entries) if (who.seatId === message.who.seatId) entries.delete(other)
      entries.set(id, { knockId, who: message.who, welcome: undefined })
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
      const sealed = await entry?.welcome?.admit(live.makeAdmission())
      if (entry === undefined || !answer(entry, sealed)) return false
      entries.delete(id)
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
