import type { Signature } from '@kringplan/shared/plan/signature'
import { strokesSvg } from './pdfDrawing.ts'
import type { PagePeople, PersonOnPage } from './pdfPeople.ts'
import { said, type Said } from './pdfSaid.ts'
import type { PdfTexts } from './pdfTexts.ts'

/** A typed name longer than this is broken in its field. */
const NARROW = 16

/** A signature on the page. Of drawing, typed and disc at most one is there; on paper the line stays empty for ink. */
export interface SignatureOnPage {
  readonly person: PersonOnPage
  /** How it was given: "getekend". */
  readonly way: string
  readonly drawing: string | null
  /** What the drawing is, for who hears the page. */
  readonly says: string
  readonly typed: Said | null
  readonly disc: string | null
}

/** One signature as it was given. All ways are equal: none is larger or earlier on the page. */
export function signatureOnPage(
  { person, mark }: Signature,
  people: PagePeople,
  words: PdfTexts,
): SignatureOnPage {
  return {
    person: people.inColumn(person.id, person.name),
    way: words.ways[mark.way],
    drawing: mark.way === 'drawn' ? strokesSvg(mark.strokes) : null,
    says: words.signatureOf(said(person.name).parts.join('')),
    typed: mark.way === 'typed' ? said(mark.text, NARROW) : null,
    disc: mark.way === 'picture' ? people.disc(mark.picture, mark.colour) : null,
  }
}
