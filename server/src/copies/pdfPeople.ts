import type { CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import { discSvg } from './pdfDrawing.ts'
import { said, type Said } from './pdfSaid.ts'

/** Somebody on the page: the picture beside the name, where there is one. */
export interface PersonOnPage {
  readonly name: Said
  /** Which of the drawings of the page, or null. */
  readonly disc: string | null
  /** For who has no picture: stands in a grey ring. Empty where the name goes without. */
  readonly letter: string
}

/** Words longer than this are broken in a column with names. */
const NARROW = 18

/** The people of a copy as the page shows them. Every drawing is handed to the page once. */
export class PagePeople {
  readonly discs: Record<string, string> = {}
  readonly #people: ReadonlyMap<string, CopyPerson>
  readonly #everybody: string

  constructor(people: readonly CopyPerson[], everybody: string) {
    this.#people = new Map(people.map((person) => [person.id, person]))
    this.#everybody = everybody
  }

  /** Everybody of a set, under the names that stand in the plan. */
  inRow(who: readonly CanonicalWho[]): readonly PersonOnPage[] {
    return who.map((one) => {
      if ('everybody' in one) return { name: said(this.#everybody), disc: null, letter: '' }
      const person = 'id' in one ? this.#people.get(one.id) : undefined
      return { name: said(one.name), disc: this.#discOf(person), letter: '' }
    })
  }

  /** Only the names of a set. */
  names(who: readonly CanonicalWho[], everybody: string = this.#everybody): readonly Said[] {
    return who.map((one) => said('everybody' in one ? everybody : one.name))
  }

  /** Somebody in a narrow column, with a letter where there is no picture. */
  inColumn(id: string, name: string): PersonOnPage {
    const shown = said(name, NARROW)
    const disc = this.#discOf(this.#people.get(id))
    return { name: shown, disc, letter: disc === null ? firstLetter(shown) : '' }
  }

  /** The drawing of a picture and colour, or null when these are none. */
  disc(picture: string | null, colour: string | null): string | null {
    const drawing = discSvg(picture, colour)
    if (drawing === null) return null
    const key = `${picture} ${colour}`
    this.discs[key] = drawing
    return key
  }

  #discOf(person: CopyPerson | undefined): string | null {
    return person === undefined ? null : this.disc(person.picture, person.colour)
  }
}

function firstLetter({ parts }: Said): string {
  return [...parts.join('')][0]?.toLocaleUpperCase() ?? ''
}
