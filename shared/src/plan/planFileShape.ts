import type { CanonicalAgreement, CanonicalAnswer, CanonicalPlan, CanonicalWho } from './canonical.ts'
import type { CopyPerson, PlanFile } from './planFile.ts'
import { signatureDevices, type Signature, type SignatureMark } from './signature.ts'
import { isWhenRule } from './when.ts'

/*
 * The shapes of a plan file, checked by hand: the phones read files from anywhere with this and cannot carry zod.
 * What passes can be shown without a thought; whether it is true, `verifyPlanFile` finds out [CP3].
 */

/** Whether a value has the shape of a plan file. Its text may still be anything. */
export function isPlanFileShape(value: unknown): value is PlanFile {
  if (!isRecord(value)) return false
  const { circle, frozenAt, text, hash, people, signatures } = value
  return areTexts(circle, frozenAt, text, hash) && isList(people, isPerson) && isList(signatures, isSignature)
}

/** Whether a value has the shape of a frozen plan. */
export function isCanonicalPlan(value: unknown): value is CanonicalPlan {
  if (!isRecord(value)) return false
  const { v, log, conference, version, question, agreements, nextMeeting, watcher, professionalAnswers } =
    value
  return (
    (v === 1 ? log === undefined : v === 2 && isLogHead(log)) &&
    Number.isSafeInteger(version) &&
    areTexts(conference, question) &&
    isList(agreements, isAgreement) &&
    isRecord(nextMeeting) &&
    isWhen(nextMeeting['when']) &&
    areTexts(nextMeeting['where']) &&
    isList(nextMeeting['who'], isWho) &&
    typeof nextMeeting['later'] === 'boolean' &&
    isList(watcher, isWho) &&
    isList(professionalAnswers, isAnswer)
  )
}

function isLogHead(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { seq, head } = value
  return Number.isSafeInteger(seq) && typeof head === 'string' && /^[0-9a-f]{64}$/.test(head)
}

function isAgreement(value: unknown): value is CanonicalAgreement {
  if (!isRecord(value)) return false
  const { id, what, who, where, when, fallback } = value
  return (
    areTexts(id, what, where) &&
    isList(who, isWho) &&
    isWhen(when) &&
    isRecord(fallback) &&
    areTexts(fallback['text']) &&
    isList(fallback['who'], isWho)
  )
}

function isWhen(value: unknown): boolean {
  return isRecord(value) && areTexts(value['words']) && (value['rule'] === null || isWhenRule(value['rule']))
}

function isWho(value: unknown): value is CanonicalWho {
  if (!isRecord(value)) return false
  if ('everybody' in value) return value['everybody'] === true
  return areTexts(value['name']) && (!('id' in value) || areTexts(value['id']))
}

function isAnswer(value: unknown): value is CanonicalAnswer {
  if (!isRecord(value)) return false
  const { agreement, by, answer, words } = value
  return areTexts(agreement, words) && isNamed(by) && (answer === 'can' || answer === 'cannot')
}

function isPerson(value: unknown): value is CopyPerson {
  if (!isNamed(value)) return false
  const { role, picture, colour } = value
  const isLook = [picture, colour].every((one) => one === null || typeof one === 'string')
  return isLook && (role === 'member' || role === 'professional')
}

function isSignature(value: unknown): value is Signature {
  if (!isRecord(value)) return false
  const { person, device, mark, publicKey, signature, signedAt } = value
  return (
    isNamed(person) &&
    signatureDevices.some((one) => one === device) &&
    isMark(mark) &&
    areTexts(publicKey, signature, signedAt)
  )
}

function isMark(value: unknown): value is SignatureMark {
  if (!isRecord(value)) return false
  switch (value['way']) {
    case 'drawn':
      return isList(value['strokes'], (stroke) => isList(stroke, Number.isFinite))
    case 'typed':
      return areTexts(value['text'])
    case 'picture':
      return areTexts(value['picture'], value['colour'])
    case 'paper':
      return true
    default:
      return false
  }
}

function isNamed(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && areTexts(value['id'], value['name'])
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

function isList(value: unknown, fits: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => fits(one))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
