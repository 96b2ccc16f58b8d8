import { spokenCode } from '@kringplan/shared/plan/canonical'
import { planOf, type CopyPerson, type PlanFile } from '@kringplan/shared/plan/planFile'
import { agreementOnPage } from './pdfAgreement.ts'
import { compilePdf } from './pdfCompiler.ts'
import { sayMeetingDay } from './pdfDays.ts'
import { endingOnPage } from './pdfEnding.ts'
import { PagePeople } from './pdfPeople.ts'
import { said } from './pdfSaid.ts'
import { planName, pdfTexts, type PdfLanguage } from './pdfTexts.ts'
import { agreementsOf, type Share } from './ownPart.ts'

/** What is asked for when a plan goes on paper. */
export interface PlanPdfInput {
  /** One whose text has been found good. */
  readonly file: PlanFile
  readonly language: PdfLanguage
  readonly share: Share
  /** Where people find this Kringplan: `https://kringplan.example`. */
  readonly address: string
}

/**
 * The plan as a PDF on A4: every agreement with what has an answer, and on the last page how it goes on, what was
 * answered to it, the signatures, and how to tell whether it is still the same plan [CP10]. Who has not signed is in
 * no list.
 */
export function renderPlanPdf({ file, language, share, address }: PlanPdfInput): Uint8Array {
  const plan = planOf(file)
  const words = pdfTexts[language]
  const people = new PagePeople(file.people, words.everybody)
  const numbered = agreementsOf(plan, file, share)
  const owner = share === 'whole' ? undefined : file.people.find(({ id }) => id === share.ownOf)
  const name = planName(file.circle, language)
  const title = said(plan.question === '' ? name : plan.question)
  const day = sayMeetingDay(file.frozenAt, language)
  return compilePdf('planPdf', {
    language,
    name: title.parts.join('').replaceAll('\n', ' '),
    title,
    intro: said(owner === undefined ? words.madeOn(day) : words.partOf(owner.name)),
    agreements: numbered.map((one) => agreementOnPage(one, people, language)),
    ending: endingOnPage({ file, plan, people, numbered, language, share, address }),
    foot: said(`${name}. ${onlyFor(owner, language)}`),
    words: {
      page: words.page,
      who: words.who,
      where: words.where,
      when: words.when,
      fallback: words.fallback,
      thenTalk: words.thenTalk,
    },
    discs: people.discs,
  })
}

/** What is asked for when a page to sign on is printed. */
export interface SignaturePageInput {
  readonly file: PlanFile
  readonly language: PdfLanguage
}

/**
 * The page to sign on paper, of this one version: a line for everybody who has not signed on a screen. Whose name was
 * ticked as "on paper" stands on it with the tick, so that a second print is the same page [CP16].
 */
export function renderSignaturePage({ file, language }: SignaturePageInput): Uint8Array {
  const plan = planOf(file)
  const words = pdfTexts[language]
  const people = new PagePeople(file.people, words.everybody)
  const ways = new Map(file.signatures.map(({ person, mark }) => [person.id, mark.way]))
  const name = planName(file.circle, language)
  return compilePdf('signaturePage', {
    language,
    name: said(`${words.signatures}. ${name}`).parts.join(''),
    title: words.signatures,
    plan: [said(`${name}.`), said(words.version(plan.version, spokenCode(file.hash)))],
    how: [words.signHere, words.signHow],
    people: file.people
      .filter(({ id }) => (ways.get(id) ?? 'paper') === 'paper')
      .map((person) => ({
        person: people.inColumn(person.id, person.name),
        ticked: ways.has(person.id) ? words.ways.paper : '',
      })),
    foot: said(`${name}. ${words.onlyForUs}`),
    words: { page: words.page },
    discs: people.discs,
  })
}

/** For whom the paper is. Somebody from outside the circle who gets a part is named on it. */
function onlyFor(owner: CopyPerson | undefined, language: PdfLanguage): string {
  const words = pdfTexts[language]
  return owner?.role === 'professional' ? words.forUsAnd(owner.name) : words.onlyForUs
}
