import type { CanonicalAgreement } from '@kringplan/shared/plan/canonical'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import type { NumberedAgreement } from './ownPart.ts'
import type { PagePeople, PersonOnPage } from './pdfPeople.ts'
import { said, type Said } from './pdfSaid.ts'
import { pdfTexts, type PdfLanguage } from './pdfTexts.ts'

/** An agreement as the page shows it. What nobody answered is null or empty, and has no row [CP11]. */
export interface AgreementOnPage {
  readonly number: string
  readonly what: Said
  readonly who: readonly PersonOnPage[]
  readonly where: Said | null
  readonly when: Said | null
  readonly fallback: Said | null
  readonly fallbackWho: readonly Said[]
  /** How many lines it takes when its letters are wide: never less than it really takes. */
  readonly lines: number
}

/** Signs on a line of wide letters, where the page is narrowest. */
const NARROW_LINE = 36

/** One agreement in the words of the circle. Without words of its own it is called by its number. */
export function agreementOnPage(
  { number, agreement }: NumberedAgreement,
  people: PagePeople,
  language: PdfLanguage,
): AgreementOnPage {
  const { fallback } = agreement
  const shown = {
    what: answer(agreement.what) ?? said(pdfTexts[language].agreement(number)),
    where: answer(agreement.where),
    when: sayWhen(agreement.when, language),
    fallback: answer(fallback.text),
  }
  const who = people.inRow(agreement.who)
  const fallbackWho = people.names(fallback.who)
  const names = [...who.map(({ name }) => name), ...fallbackWho]
  const texts = Object.values(shown).filter((text) => text !== null)
  const lines = sum(texts.map(linesOf)) + Math.ceil(sum(names.map(widthOfName)) / NARROW_LINE) + 2
  return { number: String(number), ...shown, who, fallbackWho, lines }
}

/** The own words of people, and the rhythm they chose only where there are none. */
export function sayWhen({ words, rule }: CanonicalAgreement['when'], language: PdfLanguage): Said | null {
  return answer(words) ?? (rule === null ? null : said(sayRule(rule, language)))
}

/** An answer, or null for a question that is still open. */
export function answer(text: string): Said | null {
  const shown = said(text)
  return shown.parts.join('') === '' ? null : shown
}

function linesOf({ parts }: Said): number {
  return sum(
    parts
      .join('')
      .split('\n')
      .map((line) => 1 + Math.floor(line.length / NARROW_LINE)),
  )
}

/** A name with the picture before it and the gap behind it. */
function widthOfName({ parts }: Said): number {
  return parts.join('').length + 8
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
