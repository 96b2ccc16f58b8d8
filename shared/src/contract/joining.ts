import type { Language } from './fields.ts'

/* What the calls answer with by which a device gets its seat. */

/** A name in a list before joining: who they are to the circle, and whether that name is taken by a device. */
export interface ListedName {
  readonly id: string
  readonly name: string
  readonly taken: boolean
}

export interface CardPeek {
  readonly circle: string
  readonly personId: string
  readonly name: string
  readonly role: 'member' | 'professional'
  readonly language: Language
  /** True when another device already takes part under this name: the room is asked first. */
  readonly again: boolean
  /** True when the plan is ready: whoever comes only now, the circle is asked first. */
  readonly ready: boolean
  /** Who sits round the table so far; null while the door is closed, and when the plan is ready. */
  readonly people:
    | readonly {
        readonly name: string
        readonly picture: string | null
        readonly colour: string | null
        readonly here: boolean
      }[]
    | null
  /** A seat of this person that this browser holds already: go on there. */
  readonly seat: string | null
}

export interface Joined {
  readonly seat: string
  readonly standing: 'in' | 'pending'
}

/** Whom a one-time link is for. */
export interface FarPeek {
  readonly circle: string
  readonly name: string
  /** Of a person of the list; null for another name. */
  readonly language: Language | null
}
