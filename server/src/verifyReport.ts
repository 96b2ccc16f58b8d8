import { spokenCode } from '@kringplan/shared/plan/canonical'
import { verifyPlanFile, type PlanFault, type PlanFile, type Verdict } from '@kringplan/shared/plan/planFile'
import type { SignatureDevice, SignatureWay } from '@kringplan/shared/plan/signature'

/** The languages in which a file is judged. */
export type VerifyLanguage = 'nl' | 'en'

interface Words {
  readonly tag: string
  readonly about: (circle: string, version: number, day: string) => string
  readonly wordsGood: (code: string) => string
  readonly log: (lines: number, code: string) => string
  readonly faults: Readonly<Record<PlanFault, string>>
  readonly signature: (name: string, how: string, isValid: boolean) => string
  readonly noSignatures: string
  readonly ways: Readonly<Record<SignatureWay, string>>
  readonly devices: Readonly<Record<SignatureDevice, string>>
  readonly good: string
  readonly bad: string
  readonly compare: string
}

const words: Readonly<Record<VerifyLanguage, Words>> = {
  en: {
    tag: 'en-GB',
    about: (circle, version, day) => `The plan of "${circle}", version ${version}, fixed on ${day}.`,
    wordsGood: (code) => `The words are unchanged. Their code is ${code}.`,
    log: (lines, code) => `The log of the door then had ${lines} lines. Its code is ${code}.`,
    faults: {
      notAPlan: 'This is not a plan file of Kringplan.',
      text: 'The words were changed: they do not fit the hash in the file.',
      signature: 'Not every signature is over these words.',
    },
    signature: (name, how, isValid) => `  ${name} (${how}): ${isValid ? 'good' : 'NOT over these words'}`,
    noSignatures: 'There is no signature in this file.',
    ways: { drawn: 'drawn', typed: 'typed', picture: 'with a picture', paper: 'on paper' },
    devices: { own: '', board: 'on the board', borrowed: 'on the phone of somebody else', paper: '' },
    good: 'This file is good.',
    bad: 'This file is not good.',
    compare: 'Compare the code with the one on paper: other keys would make another plan, with another code.',
  },
  nl: {
    tag: 'nl-NL',
    about: (circle, version, day) => `Het plan van "${circle}", versie ${version}, vastgezet op ${day}.`,
    wordsGood: (code) => `De woorden zijn niet veranderd. De code is ${code}.`,
    log: (lines, code) => `Het logboek van de deur had toen ${lines} regels. De code daarvan is ${code}.`,
    faults: {
      notAPlan: 'Dit is geen bestand van een plan.',
      text: 'De woorden zijn veranderd. Zij passen niet bij de hash in het bestand.',
      signature: 'Niet elke handtekening hoort bij deze woorden.',
    },
    signature: (name, how, isValid) =>
      `  ${name} (${how}): ${isValid ? 'klopt' : 'hoort NIET bij deze woorden'}`,
    noSignatures: 'Er staat geen handtekening in dit bestand.',
    ways: { drawn: 'getekend', typed: 'getypt', picture: 'met een plaatje', paper: 'op papier' },
    devices: { own: '', board: 'op het bord', borrowed: 'op de telefoon van iemand anders', paper: '' },
    good: 'Dit bestand klopt.',
    bad: 'Dit bestand klopt niet.',
    compare: 'Kijk naar de code op papier. Is die hetzelfde? Dan is het hetzelfde plan.',
  },
}

/** What there is to say about a file, and whether it is good. */
export interface Report {
  readonly good: boolean
  readonly lines: readonly string[]
}

/** Judges the value of a plan file by what lies in it alone, in plain sentences [CP3]. Never throws. */
export function verifyReport(value: unknown, language: VerifyLanguage): Report {
  const say = words[language]
  const verdict = verifyPlanFile(value)
  const { good, plan, faults, signatures, circle, code } = verdict
  if (plan === null) return { good: false, lines: [say.faults.notAPlan] }
  const day = sayDay((value as PlanFile).frozenAt, say.tag)
  return {
    good,
    lines: [
      say.about(safe(circle), plan.version, day),
      faults.includes('text') ? say.faults.text : say.wordsGood(code),
      ...(plan.log === undefined || faults.includes('text')
        ? []
        : [say.log(plan.log.seq, spokenCode(plan.log.head))]),
      ...(faults.includes('signature') ? [say.faults.signature] : []),
      ...(signatures.length === 0 ? [say.noSignatures] : signatures.map((one) => sayOne(one, say))),
      good ? say.good : say.bad,
      ...(good ? [say.compare] : []),
    ],
  }
}

function sayOne({ signature, valid }: Verdict['signatures'][number], say: Words): string {
  const { person, mark, device } = signature
  const how = [say.ways[mark.way], say.devices[device]].filter((word) => word !== '').join(', ')
  return say.signature(safe(person.name), how, valid)
}

function sayDay(moment: string, tag: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return '?'
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(date)
}

/** A file may come from anybody: nothing in it moves the cursor of a terminal or turns its line around. */
function safe(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '?')
}
