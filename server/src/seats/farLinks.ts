import type { Clock } from '../clock.ts'
import { hashOf, newToken, type Random } from '../secrets.ts'

/** Long enough to be sent and tapped while the two are on the telephone. */
const LIVES = 10 * 60 * 1000
/** In that time: of one conference, and for one person of it. */
const MAX_LINKS = 20
const MAX_OF_PERSON = 5

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
  /** It made this seat, and makes no other. */
  use(text: string, seat: string): void
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
      const until = now() + LIVES
      links.set(hashOf(text), { ...link, until, usedBy: null, isOver: false })
      return { text, until: new Date(until) }
    },
    find(text) {
      const link = links.get(hashOf(text))
      if (link === undefined || link.until <= now()) return undefined
      // One that was used stays known as used: who opens it then is told why it does not work.
      return link.isOver && link.usedBy === null ? undefined : link
    },
    use: (text, seat) => change(hashOf(text), { usedBy: seat }),
    free(text, seat) {
      const hash = hashOf(text)
      if (links.get(hash)?.usedBy === seat) change(hash, { usedBy: null })
    },
  }
}

function isSame(one: FarPerson, other: FarPerson): boolean {
  if ('personId' in one) return 'personId' in other && one.personId === other.personId
  return 'name' in other && one.name.toLowerCase() === other.name.toLowerCase()
}
