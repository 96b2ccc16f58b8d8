import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Who } from './agreement.ts'
import {
  canonicalText,
  isAmong,
  planHash,
  spokenCode,
  toCanonical,
  type CanonicalPlan,
  type FreezeFacts,
} from './canonical.ts'
import { noEnding, readContent, writeContent, type AgreementContent, type PlanContent } from './content.ts'
import { weekly } from './planHistory.testkit.ts'

const facts: FreezeFacts = {
  conference: 'c1',
  version: 1,
  question: 'Waar kan Johan veilig opgroeien?',
  people: [
    { id: 'p1', name: 'Johan' },
    { id: 'p2', name: 'Ren\u00e9' },
  ],
  answers: [],
}

const swimming: AgreementContent = {
  id: 'a1',
  what: 'Samen zwemmen',
  who: [
    { kind: 'name', id: 'n1', name: 'de badmeester' },
    { kind: 'person', id: 'p2' },
    { kind: 'everybody' },
  ],
  where: 'in het zwembad',
  when: 'om de week',
  rule: weekly,
  fallback: 'dan bellen we',
  fallbackWho: [{ kind: 'person', id: 'p1' }],
}

const plan: PlanContent = {
  agreements: [swimming],
  ending: { ...noEnding, watcher: [{ kind: 'person', id: 'p1' }] },
}

const text = (content: PlanContent, around: Partial<FreezeFacts> = {}): string =>
  canonicalText(toCanonical(content, { ...facts, ...around }))
const withAgreement = (part: Partial<AgreementContent>): PlanContent => ({
  ...plan,
  agreements: [{ ...swimming, ...part }],
})

const golden =
  '{"agreements":[{"fallback":{"text":"dan bellen we","who":[{"id":"p1","name":"Johan"}]},"id":"a1",' +
  '"what":"Samen zwemmen","when":{"rule":{"first":"2027-03-01","interval":2,"last":null,"part":null,"time":"15:30",' +
  '"unit":"week","until":null,"weekdays":[1,5]},"words":"om de week"},"where":"in het zwembad",' +
  '"who":[{"everybody":true},{"id":"p2","name":"Ren\u00e9"},{"name":"de badmeester"}]}],"conference":"c1",' +
  '"nextMeeting":{"later":false,"when":{"rule":null,"words":""},"where":"","who":[]},"professionalAnswers":[],' +
  '"question":"Waar kan Johan veilig opgroeien?","v":1,"version":1,"watcher":[{"id":"p1","name":"Johan"}]}'

describe('the frozen form', () => {
  it('[FR1] is this text and this hash: what was signed once can be checked for ever', () => {
    expect(text(plan)).toBe(golden)
    expect(planHash(golden)).toBe('1172bcac8595a5278f2d668d8464ee340047ad09f94fc8cd30cf350daee49838')
    expect(planHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('[FR1] is RFC 8785: its strings (3.2.2) and its order of keys (3.2.3)', () => {
    const question = '\u20ac$\u000f\nA\'B"\\\\"/\b\f\t\u007f\ud83d\ude00'
    expect(text(plan, { question })).toContain(
      '"question":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\\b\\f\\t\u007f\ud83d\ude00"',
    )
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalText(keys as unknown as CanonicalPlan)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    )
  })

  it('[FR1] sorts people, in whatever order they were put in', () => {
    const who: readonly Who[] = [
      ...(['p1', 'p2'] as const).map((id) => ({ kind: 'person' as const, id })),
      { kind: 'everybody' },
      ...['Zus', 'Bas', '\u00e9\u00e9n', 'e\u0301e\u0301n buur'].map((name, i) => ({
        kind: 'name' as const,
        id: `n${i}`,
        name,
      })),
    ]
    const first = text(withAgreement({ who }))
    expect(first).toContain(
      '[{"everybody":true},{"id":"p1","name":"Johan"},{"id":"p2","name":"Ren\u00e9"},{"name":"Bas"},',
    )
    const shuffled = fc.shuffledSubarray([...who], { minLength: who.length, maxLength: who.length })
    fc.assert(fc.property(shuffled, (other) => text(withAgreement({ who: other })) === first))
  })

  it('[FR1] is in NFC in every place where there is text', () => {
    const e = 'caf\u00e9'
    const who: readonly Who[] = [{ kind: 'name', id: 'n1', name: e }]
    const composed = text(
      {
        agreements: [{ ...swimming, what: e, where: e, when: e, fallback: e, who, fallbackWho: who }],
        ending: { ...noEnding, when: e, where: e, who, watcher: who },
      },
      {
        question: e,
        people: [{ id: 'p2', name: e }],
        answers: [{ agreement: 'a1', by: { id: 's1', name: e }, answer: 'cannot', words: e }],
      },
    )
    expect(composed.split(e)).toHaveLength(14)
    const d = 'cafe\u0301'
    const apart: readonly Who[] = [{ kind: 'name', id: 'n1', name: d }]
    expect(
      text(
        {
          agreements: [
            { ...swimming, what: d, where: d, when: d, fallback: d, who: apart, fallbackWho: apart },
          ],
          ending: { ...noEnding, when: d, where: d, who: apart, watcher: apart },
        },
        {
          question: d,
          people: [{ id: 'p2', name: d }],
          answers: [{ agreement: 'a1', by: { id: 's1', name: d }, answer: 'cannot', words: d }],
        },
      ),
    ).toBe(composed)
  })

  it('[FR1] is the same on the device that cut a sign in two and on those that got it', () => {
    const here = new Y.Doc()
    writeContent(here, { agreements: [{ ...swimming, what: 'half \ud83d teken' }], ending: noEnding })
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    expect(readContent(there)).not.toEqual(readContent(here))
    expect(text(readContent(there))).toBe(text(readContent(here)))
    expect(text(plan, { question: 'heel \ud83d\ude00' })).toContain('heel \ud83d\ude00')
  })

  it('[FR2] is another with one letter more, in any place', () => {
    const change = (content: PlanContent, around: Partial<FreezeFacts> = {}) =>
      planHash(text(content, around))
    const name: Who = { kind: 'name', id: 'n1', name: 'de badmeesters' }
    const answer = { agreement: 'a1', by: { id: 's1', name: 'Sanne' }, answer: 'can', words: '' } as const
    const ending = (part: Partial<PlanContent['ending']>): PlanContent => ({
      ...plan,
      ending: { ...plan.ending, ...part },
    })
    const hashes = [
      change(plan),
      change(plan, { conference: 'c2' }),
      change(plan, { version: 2 }),
      change(plan, { question: `${facts.question}?` }),
      // Somebody who stands in it has another name.
      change(plan, {
        people: [
          { id: 'p1', name: 'Johann' },
          { id: 'p2', name: 'Ren\u00e9' },
        ],
      }),
      ...(['id', 'what', 'where', 'when', 'fallback'] as const).map((field) =>
        change(withAgreement({ [field]: `${swimming[field]}x` })),
      ),
      change(withAgreement({ rule: null })),
      change(withAgreement({ rule: { ...weekly, interval: 3 } })),
      change(withAgreement({ who: [name] })),
      change(withAgreement({ fallbackWho: [name] })),
      change({ ...plan, agreements: [] }),
      change({ ...plan, agreements: [swimming, { ...swimming, id: 'a2' }] }),
      change({ ...plan, agreements: [{ ...swimming, id: 'a2' }, swimming] }),
      ...[
        { when: 'x' },
        { where: 'x' },
        { rule: weekly },
        { later: true },
        { who: [name] },
        { watcher: [] },
      ].map((part) => change(ending(part))),
      ...[
        answer,
        { ...answer, words: 'x' },
        { ...answer, answer: 'cannot' as const },
        { ...answer, by: { id: 's1', name: 'Sannes' } },
      ].map((one) => change(plan, { answers: [one] })),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('[FR4] names who is in the list, keeps a free name without an id, and drops who is nobody any more', () => {
    const who: readonly Who[] = [
      { kind: 'person', id: 'p1' },
      { kind: 'person', id: 'p9' },
      { kind: 'name', id: 'n1', name: 'Buur' },
    ]
    const [agreement] = toCanonical(withAgreement({ who }), facts).agreements
    expect(agreement?.who).toEqual([{ id: 'p1', name: 'Johan' }, { name: 'Buur' }])
    // Somebody who is in the list but not in the plan changes nothing.
    expect(text(plan, { people: [...facts.people, { id: 'p3', name: 'Zus' }] })).toBe(golden)
    expect(isAmong([{ id: 'p1', name: 'Johan' }], 'p1')).toBe(true)
    expect(isAmong([{ everybody: true }], 'p1')).toBe(true)
    expect(isAmong([{ id: 'p2', name: 'p1' }, { name: 'p1' }], 'p1')).toBe(false)
  })

  it('[FR5] holds the answers to its own agreements, in one order', () => {
    const answer = (agreement: string, by: string) =>
      ({ agreement, by: { id: by, name: by }, answer: 'can', words: '' }) as const
    const two = {
      ...plan,
      agreements: [
        { ...swimming, id: 'a' },
        { ...swimming, id: 'ab' },
      ],
    }
    const answers = [answer('ab', 'c'), answer('weg', 'c'), answer('a', 'bc'), answer('a', 'bb')]
    const frozen = toCanonical(two, { ...facts, answers }).professionalAnswers
    expect(frozen.map(({ agreement, by }) => [agreement, by.id])).toEqual([
      ['a', 'bb'],
      ['a', 'bc'],
      ['ab', 'c'],
    ])
    expect(toCanonical(two, { ...facts, answers: answers.toReversed() }).professionalAnswers).toEqual(frozen)
  })
})

describe('the code to say aloud', () => {
  it('[FR3] is always the same for one hash, in signs that are not mixed up', () => {
    expect(spokenCode(planHash(golden))).toBe('ZE 46 FJ 38')
    expect(spokenCode(planHash('abc'))).toBe('DQ 76 VC 44')
  })

  it('[FR3] tells versions apart: 10,000 of them have hardly a code in common', () => {
    const codes = Array.from({ length: 10_000 }, (_, i) => spokenCode(planHash(`plan ${i}`)))
    expect(codes.filter((code) => !/^([A-HJKMNP-Z]{2} [2-9]{2} ?){2}$/.test(code))).toEqual([])
    expect(codes.length - new Set(codes).size).toBeLessThan(5)
  })
})
