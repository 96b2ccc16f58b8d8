import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { CODE_DIGITS, CODE_LETTERS } from '../contract/codes.ts'
import type { LogHead } from '../log/doorLog.ts'
import type { Who } from './agreement.ts'
import type { AgreementContent, PlanContent } from './content.ts'
import type { WhenRule } from './when.ts'

/*
 * The one form of a frozen plan: canonical JSON (RFC 8785), its SHA-256, and a short code of that to say aloud. Server
 * and devices make it with this one function, each from its own document; what differs by one letter has another hash [FR1].
 */

/** Somebody in a frozen plan, under the name that everybody signed. */
export type CanonicalWho =
  | { readonly everybody: true }
  | { readonly id: string; readonly name: string }
  | { readonly name: string }

interface CanonicalWhen {
  readonly words: string
  readonly rule: WhenRule | null
}

/** What somebody who was asked for something answered to the plan on the table. */
export const professionalAnswers = ['can', 'cannot'] as const
export type ProfessionalAnswerKind = (typeof professionalAnswers)[number]

/** An answer to one agreement. `words` say why not, or under which condition. */
export interface CanonicalAnswer {
  readonly agreement: string
  readonly by: { readonly id: string; readonly name: string }
  readonly answer: ProfessionalAnswerKind
  readonly words: string
}

export interface CanonicalAgreement {
  readonly id: string
  readonly what: string
  readonly who: readonly CanonicalWho[]
  readonly where: string
  readonly when: CanonicalWhen
  readonly fallback: { readonly text: string; readonly who: readonly CanonicalWho[] }
}

/** A frozen plan. The order of `agreements` is the order in which they are read and numbered. */
export interface CanonicalPlan {
  /** 2: with the head of the log; 1: of before there was a log. */
  readonly v: 1 | 2
  /** Where the log of the door stood when the plan was fixed: who signs the plan signs that evening's log, too [LG7]. */
  readonly log?: LogHead
  readonly conference: string
  readonly version: number
  readonly question: string
  readonly agreements: readonly CanonicalAgreement[]
  readonly nextMeeting: {
    readonly when: CanonicalWhen
    readonly where: string
    readonly who: readonly CanonicalWho[]
    /** "We choose a day later." */
    readonly later: boolean
  }
  readonly watcher: readonly CanonicalWho[]
  readonly professionalAnswers: readonly CanonicalAnswer[]
}

/** What stands around the words of the document. */
export interface FreezeFacts {
  readonly conference: string
  /** 1 for the first version of a conference. */
  readonly version: number
  readonly question: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly answers: readonly CanonicalAnswer[]
  /** Where the log of the door stands. Without one the plan has the form of before there was a log. */
  readonly log?: LogHead | null
}

/** The frozen form of what a document shows. Answers to agreements that are not in it are left out. */
export function toCanonical(content: PlanContent, facts: FreezeFacts): CanonicalPlan {
  const names = new Map(facts.people.map(({ id, name }) => [id, nfc(name)]))
  const people = (who: readonly Who[]) => canonicalPeople(who, names)
  const { agreements, ending } = content
  const ids = new Set(agreements.map(({ id }) => id))
  const { log = null } = facts
  return {
    ...(log === null ? { v: 1 } : { v: 2, log: { seq: log.seq, head: log.head } }),
    conference: facts.conference,
    version: facts.version,
    question: nfc(facts.question),
    agreements: agreements.map(({ id, what, who, where, when, rule, fallback, fallbackWho }) => ({
      id,
      what: nfc(what),
      who: people(who),
      where: nfc(where),
      when: { words: nfc(when), rule },
      fallback: { text: nfc(fallback), who: people(fallbackWho) },
    })),
    nextMeeting: {
      when: { words: nfc(ending.when), rule: ending.rule },
      where: nfc(ending.where),
      who: people(ending.who),
      later: ending.later,
    },
    watcher: people(ending.watcher),
    professionalAnswers: facts.answers
      .filter(({ agreement }) => ids.has(agreement))
      .map(({ agreement, by, answer, words }) => ({
        agreement,
        by: { id: by.id, name: nfc(by.name) },
        answer,
        words: nfc(words),
      }))
      .sort((a, b) => order(a.agreement, b.agreement) || order(a.by.id, b.by.id)),
  }
}

/** Everybody first, then people by id, then other names. Somebody who is no longer in the list keeps no name. */
function canonicalPeople(who: readonly Who[], names: ReadonlyMap<string, string>): readonly CanonicalWho[] {
  const ids = who.flatMap((one) => (one.kind === 'person' ? [one.id] : [])).sort(order)
  const others = who.flatMap((one) => (one.kind === 'name' ? [nfc(one.name)] : [])).sort(order)
  return [
    ...(who.some(({ kind }) => kind === 'everybody') ? [{ everybody: true } as const] : []),
    ...ids.flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    ...others.map((name) => ({ name })),
  ]
}

/** In one form. Half a sign of two units becomes what every other device reads there: it has no bytes of its own. */
const nfc = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC')
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A frozen plan as the text that is hashed, kept and handed out: RFC 8785. */
export function canonicalText(plan: CanonicalPlan): string {
  const text = canonicalize(plan)
  if (text === undefined) throw new Error('a plan has no canonical form')
  return text
}

/** SHA-256 of the text in UTF-8, in 64 hexadecimal digits. */
export function planHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * The code of a version to say aloud and to compare by eye: `KA 47 FT 36`, about 30 bits of the hash. It tells two
 * versions of one circle apart; the proof is the whole hash.
 * @param hash as `planHash` gives it
 */
export function spokenCode(hash: string): string {
  let rest = BigInt(`0x${hash.slice(0, 32)}`)
  const draw = (alphabet: string): string => {
    const size = BigInt(alphabet.length)
    const sign = alphabet[Number(rest % size)] ?? ''
    rest /= size
    return sign
  }
  const pair = (alphabet: string): string => draw(alphabet) + draw(alphabet)
  return [pair(CODE_LETTERS), pair(CODE_DIGITS), pair(CODE_LETTERS), pair(CODE_DIGITS)].join(' ')
}

/**
 * A digest of one agreement as it reads now: who answered to other words than these has not answered to these. Names
 * of people do not count, ids do.
 */
export function agreementDigest(agreement: AgreementContent): string {
  const { id, what, where, when, rule, fallback } = agreement
  const people = (who: readonly Who[]) =>
    who
      .map((one) =>
        one.kind === 'person' ? `p ${one.id}` : one.kind === 'name' ? `n ${nfc(one.name)}` : '*',
      )
      .sort(order)
  const words = { id, what: nfc(what), where: nfc(where), when: nfc(when), rule, fallback: nfc(fallback) }
  return planHash(
    canonicalize({ ...words, who: people(agreement.who), fallbackWho: people(agreement.fallbackWho) }) ?? '',
  )
}

/** Whether somebody stands in a set of people of a frozen plan: by name, or because it says everybody. */
export function isAmong(who: readonly CanonicalWho[], personId: string): boolean {
  return who.some((one) => 'everybody' in one || ('id' in one && one.id === personId))
}
