import { FAR_LINK_LIVES } from '@kringplan/shared/contract/farLink'
import type { Clock } from '../clock.ts'
import { hashOf, newToken, type Random } from '../secrets.ts'

/** In that time: of one conference, and for one person of it. */
const MAX_LINKS = 20
const MAX_OF_PERSON = 5
/** How long it is remembered which seat came of a link: an evening lasts no longer. */
const EVENING = 24 * 60 * 60 * 1000

/** Who is far away: a person of the list, or another name. */
export type FarPerson = { readonly personId: string } | { readonly name: string }

/** Whom a link is for, and behind which door: another room or a next key is another door. */
export interface FarLink {
  readonly conferenceId: string
  readonly room: string
  readonly epoch: number
  readonly who: FarPerson
}

/** A link that was made; `usedBy` is the seat that came of it. */
export interface FoundLink extends FarLink {
  readonly usedBy: string | null
  /** The hash of the number that the phone made for it; null before it is used. */
  readonly proofHash: string | null
}

/** What came of a link: the seat, whether it was made for it, and the hash of the number of the phone. */
export interface Use {
  readonly seat: string
  readonly isNew: boolean
  readonly proofHash: string
}

/**
 * The links that somebody inside makes for one person far away. Each works once, for ten minutes, and a new one for the
 * same person ends the one before [JN8]. It opens nothing: it brings somebody to the door. Hashes in memory only: after a
 * restart of the server a new one is made.
 */
export interface FarLinks {
  /** Whether there are few enough for one more. */
  mayMake(link: FarLink): boolean
  /** The text of the link, and until when it works; undefined when there are too many. */
  make(link: FarLink): { readonly text: string; readonly until: Date } | undefined
  /** A link in its time, also one that was used. Looking consumes nothing. */
  find(text: string): FoundLink | undefined
  /** It led to this seat, and leads to no other. */
  use(text: string, use: Use): void
  /** The seats that links for the same person behind this door made, in use or not: a newer one takes their place. */
  madeFor(link: FarLink): readonly string[]
  /** The seat did not come about: the link goes on working. */
  free(text: string, seat: string): void
}

interface Kept extends FoundLink {
  readonly until: number
  /** A newer one came in its place. */
  readonly isOver: boolean
}

export function createFarLinks(clock: Clock, random: Random): FarLinks {
  const links = new Map<string, Kept>()
  const made = new Map<string, FarLink & { readonly at: number }>()
  const now = () => clock.now().getTime()
  const change = (hash: string, changed: Partial<Kept>) => {
    const kept = links.get(hash)
    if (kept !== undefined) links.set(hash, { ...kept, ...changed })
  }
  /** The links in their time for the same person, or undefined when there are too many. */
  const before = (link: FarLink) => {
    for (const [hash, { until }] of links) if (until <= now()) links.delete(hash)
    const own = [...links].filter(([, { conferenceId }]) => conferenceId === link.conferenceId)
    const forPerson = own.filter(([, { who }]) => isSame(who, link.who))
    return own.length >= MAX_LINKS || forPerson.length >= MAX_OF_PERSON ? undefined : forPerson
  }
  return {
    mayMake: (link) => before(link) !== undefined,
    make(link) {
      const forPerson = before(link)
      if (forPerson === undefined) return undefined
      for (const [hash] of forPerson) change(hash, { isOver: true })
      const text = newToken(random)
      const until = now() + FAR_LINK_LIVES
      links.set(hashOf(text), { ...link, until, usedBy: null, proofHash: null, isOver: false })
      return { text, until: new Date(until) }
    },
    find(text) {
      const link = links.get(hashOf(text))
      if (link === undefined || link.until <= now()) return undefined
      // One that was used stays known as used: who opens it then is told why it does not work.
      return link.isOver && link.usedBy === null ? undefined : link
    },
    use(text, { seat, isNew, proofHash }) {
      const hash = hashOf(text)
      const link = links.get(hash)
      if (link === undefined) return
      links.set(hash, { ...link, usedBy: seat, proofHash })
      for (const [id, { at }] of made) if (at + EVENING <= now()) made.delete(id)
      if (isNew) made.set(seat, { ...link, at: now() })
    },
    madeFor: (link) =>
      [...made].flatMap(([seat, { conferenceId, room, who }]) =>
        conferenceId === link.conferenceId && room === link.room && isSame(who, link.who) ? [seat] : [],
      ),
    free(text, seat) {
      const hash = hashOf(text)
      made.delete(seat)
      if (links.get(hash)?.usedBy === seat) change(hash, { usedBy: null, proofHash: null })
    },
  }
}

function isSame(one: FarPerson, other: FarPerson): boolean {
  if ('personId' in one) return 'personId' in other && one.personId === other.personId
  return 'name' in other && one.name.toLowerCase() === other.name.toLowerCase()
}
