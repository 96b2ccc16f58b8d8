import { readCircle } from '@kringplan/shared/plan/circleDoc'
import { writeCircle } from '@kringplan/shared/plan/circleWriting'
import { noEnding, readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCarrier, type Carry } from './carryIn.ts'
import { carrying } from './carrying.ts'

const facts = { circle: 'De kring van Johan', question: 'Waar kan Johan wonen?', people: [], points: [] }
const planWith = (...words: string[]): PlanContent => ({
  agreements: words.map((what, n) => ({
    id: `agreement-${n}`,
    what,
    who: [],
    where: '',
    when: '',
    rule: null,
    fallback: '',
    fallbackWho: [],
  })),
  ending: noEnding,
})
const wordsIn = (doc: Y.Doc) => readContent(doc).agreements.map(({ what }) => what)

let answers: (Carry | 'none' | 'unknown')[]
let waits: (() => void)[]
let changed: number
let asked: number
const settled = () => new Promise((next) => setImmediate(next))
const carrier = () =>
  createCarrier({
    ask: async () => {
      asked += 1
      return answers.shift() ?? 'unknown'
    },
    later: (fn) => {
      waits.push(fn)
      return () => waits.splice(waits.indexOf(fn), 1)
    },
    changed: () => (changed += 1),
  })

beforeEach(() => {
  answers = []
  waits = []
  changed = 0
  asked = 0
})

describe('into a room in which it is not yet', () => {
  it('[OP9] who heard the answer to the closing carries in what it said, and asks nothing', () => {
    const doc = new Y.Doc()
    expect(carrier().carry(doc, { carry: carrying(facts, planWith('Samen eten')) })).toBe(true)
    expect(wordsIn(doc)).toEqual(['Samen eten'])
    expect(readCircle(doc)).toMatchObject({ question: facts.question })
    expect([asked, waits.length]).toEqual([0, 0])
  })

  it('[OP9] who did not hear it asks once more: words that had not reached it go along', async () => {
    answers = ['unknown', carrying(facts, planWith('Samen eten', 'Van een ander'))]
    const doc = new Y.Doc()
    const key = { carry: carrying(facts, planWith('Samen eten')), isOwnCopy: true }
    const one = carrier()
    expect(one.carry(doc, key)).toBe(false)
    expect(one.carry(doc, key)).toBe(false)
    await settled()
    // No answer: asked again, and until then nothing is carried in.
    expect([asked, changed, wordsIn(doc)]).toEqual([1, 0, []])
    waits.shift()?.()
    await settled()
    expect([asked, changed]).toEqual([2, 1])
    expect(one.carry(doc, key)).toBe(true)
    expect(wordsIn(doc)).toEqual(['Samen eten', 'Van een ander'])
  })

  it('[OP9] another device carries it in when who closed the door is gone, and leaves that one the time', async () => {
    answers = [carrying(facts, planWith('Samen eten'))]
    const doc = new Y.Doc()
    const one = carrier()
    expect(one.carry(doc, {})).toBe(false)
    expect(asked).toBe(0)
    waits.shift()?.()
    await settled()
    expect(one.carry(doc, {})).toBe(true)
    expect(wordsIn(doc)).toEqual(['Samen eten'])
    expect(readCircle(doc)).toMatchObject({ circle: facts.circle })
  })

  it('[OP9] nothing is carried in where somebody did so meanwhile, or the server has nothing for this device', async () => {
    const doc = new Y.Doc()
    const one = carrier()
    expect(one.carry(doc, {})).toBe(false)
    writeCircle(doc, { ...facts, question: 'van de ander' })
    expect(one.carry(doc, { carry: carrying(facts, planWith('dubbel')) })).toBe(true)
    expect([wordsIn(doc), readCircle(doc)?.question]).toEqual([[], 'van de ander'])

    answers = ['none']
    const empty = new Y.Doc()
    const other = carrier()
    const key = { carry: carrying(facts, planWith('dubbel')), isOwnCopy: true }
    expect(other.carry(empty, key)).toBe(false)
    await settled()
    expect(other.carry(empty, key)).toBe(true)
    expect(wordsIn(empty)).toEqual([])
  })
})
