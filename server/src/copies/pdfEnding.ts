import { spokenCode, type CanonicalAnswer, type CanonicalPlan } from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'
import { isTheirs, type NumberedAgreement, type Share } from './ownPart.ts'
import { answer, sayWhen } from './pdfAgreement.ts'
import { sayMeetingDay } from './pdfDays.ts'
import type { PagePeople } from './pdfPeople.ts'
import { said, type Said } from './pdfSaid.ts'
import { signatureOnPage, type SignatureOnPage } from './pdfSignature.ts'
import { pdfTexts, type PdfLanguage, type PdfTexts } from './pdfTexts.ts'

/** What the last page is made of. */
export interface EndingFacts {
  readonly file: PlanFile
  readonly plan: CanonicalPlan
  readonly people: PagePeople
  /** The agreements that stand on the pages before. */
  readonly numbered: readonly NumberedAgreement[]
  readonly language: PdfLanguage
  readonly share: Share
  readonly address: string
}

/** The page that checks a plan file (client/src/App.tsx). */
const CHECK_PAGE = 'controle'

interface Row {
  readonly label: string
  /** Texts that stand beside each other, with commas. */
  readonly value: readonly Said[]
}

interface Answered {
  readonly number: string
  readonly what: Said
  readonly answers: readonly { readonly by: Said; readonly words: readonly Said[] }[]
}

/** The last page. Sections without anything in them are null or empty and do not show. */
export interface EndingOnPage {
  /** Empty when there is too little for a page of its own: then it stands below the agreements. */
  readonly title: string
  readonly intro: string
  readonly meeting: { readonly title: string; readonly later: string; readonly rows: readonly Row[] } | null
  readonly answers: { readonly title: string; readonly list: readonly Answered[] }
  readonly signatures: { readonly title: string; readonly list: readonly SignatureOnPage[] }
  readonly changed: { readonly title: string; readonly sentences: readonly Said[] }
  readonly check: { readonly sentences: readonly string[]; readonly wholeCode: string; readonly hash: string }
}

/**
 * The last page of a copy. Of the own part of somebody it holds only what is theirs: their answers, their signature,
 * and the next meeting when they come to it.
 */
export function endingOnPage(facts: EndingFacts): EndingOnPage {
  const { file, plan, people, numbered, language, share, address } = facts
  const words = pdfTexts[language]
  const isShown = (id: string) => share === 'whole' || share.ownOf === id
  const signatures = inOrder(file).filter(({ person }) => isShown(person.id))
  const answers = plan.professionalAnswers.filter(({ by }) => isShown(by.id))
  const meeting = meetingOf(facts)
  const place = addressOnPage(address)
  return {
    title: titleOf(signatures.length > 0, share === 'whole' || meeting !== null, words),
    intro: share === 'whole' ? introOf(signatures, plan.agreements.length, language) : '',
    meeting,
    answers: { title: words.isItPossible, list: answeredOf(numbered, answers, words) },
    signatures: {
      title: words.signatures,
      list: signatures.map((signature) => signatureOnPage(signature, people, words)),
    },
    changed: {
      title: words.changed,
      sentences: [
        said(words.changedCopy(place)),
        ...watchersToTalkTo(facts, words),
        said(words.changedTogether),
      ],
    },
    check: {
      sentences: [
        words.version(plan.version, spokenCode(file.hash)),
        ...(plan.log === undefined ? [] : [words.logHead(plan.log.seq, spokenCode(plan.log.head))]),
        words.check(`${place}/${CHECK_PAGE}`),
      ],
      wholeCode: words.wholeCode,
      hash: file.hash,
    },
  }
}

function titleOf(isSigned: boolean, hasMore: boolean, words: PdfTexts): string {
  if (isSigned) return words.weAgree
  return hasMore ? words.goesOn : ''
}

/** Signatures in the order of the circle; those of people who are no longer in it come last. */
function inOrder({ people, signatures }: PlanFile): PlanFile['signatures'] {
  const places = new Map(people.map(({ id }, i) => [id, i]))
  const place = (id: string) => places.get(id) ?? people.length
  return signatures.toSorted((a, b) => place(a.person.id) - place(b.person.id))
}

/** How many people signed how many agreements, and when. Nothing about who did not. */
function introOf(signatures: PlanFile['signatures'], agreements: number, language: PdfLanguage): string {
  if (signatures.length === 0) return ''
  const words = pdfTexts[language]
  const moments = signatures.map(({ signedAt }) => signedAt).toSorted()
  const [first = '', last = ''] = [moments[0], moments.at(-1)].map((at) => sayMeetingDay(at ?? '', language))
  const days = first === last ? words.signedOn(first) : words.signedBetween(first, last)
  return `${words.counts(signatures.length, agreements)} ${days}`
}

function meetingOf({ file, plan, people, language, share }: EndingFacts): EndingOnPage['meeting'] {
  const { nextMeeting, watcher } = plan
  const words = pdfTexts[language]
  const theirs = [nextMeeting.who, watcher].some(
    (who) => share === 'whole' || isTheirs(who, file, share.ownOf),
  )
  if (!theirs) return null
  const one = (text: Said | null) => (text === null ? [] : [text])
  const meeting: readonly Row[] = [
    { label: words.when, value: one(nextMeeting.later ? null : sayWhen(nextMeeting.when, language)) },
    { label: words.where, value: one(answer(nextMeeting.where)) },
    { label: words.who, value: people.names(nextMeeting.who, words.everybodyInCircle) },
  ]
  const watching: Row = { label: words.watcher, value: people.names(watcher, words.everybodyInCircle) }
  const isMeeting = nextMeeting.later || meeting.some(({ value }) => value.length > 0)
  const rows = [...meeting, watching].filter(({ value }) => value.length > 0)
  if (!isMeeting && rows.length === 0) return null
  const title = isMeeting ? words.meetAgain : words.goesOn
  return { title, later: nextMeeting.later ? words.later : '', rows }
}

/** The answers by agreement, in the order of the plan. */
function answeredOf(
  numbered: readonly NumberedAgreement[],
  answers: readonly CanonicalAnswer[],
  words: PdfTexts,
): readonly Answered[] {
  return numbered.flatMap(({ number, agreement: { id, what } }) => {
    const own = answers.filter(({ agreement }) => agreement === id)
    if (own.length === 0) return []
    return [
      {
        number: String(number),
        what: answer(what) ?? said(words.agreement(number)),
        answers: own.map((one) => ({ by: said(one.by.name), words: answerWords(one, words) })),
      },
    ]
  })
}

/** "Dit kan zo niet, want …": the fixed words, and what somebody said beside them. */
function answerWords(given: CanonicalAnswer, words: PdfTexts): readonly Said[] {
  const why = answer(given.words)
  const own = why === null ? [] : [why]
  if (given.answer === 'can') return [said(words.can), ...own]
  return [said(why === null ? words.cannot : words.cannotBecause), ...own]
}

/** Whom to talk to: who keeps an eye on the agreements. In a part of the plan nobody else is named. */
function watchersToTalkTo({ plan, share, language }: EndingFacts, words: PdfTexts): readonly Said[] {
  const names = plan.watcher.flatMap((one) => ('everybody' in one ? [] : [one.name]))
  if (share !== 'whole' || names.length === 0) return []
  const list = new Intl.ListFormat(pdfTexts[language].tag, { type: 'disjunction' }).format(names)
  return [said(words.changedTalk(list))]
}

/** An address as people type it. */
function addressOnPage(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
