import fc from 'fast-check'
import * as Y from 'yjs'
import type { Who } from './agreement.ts'
import { enterCircle } from './circleDoc.ts'
import { keepForLater, writeCircle } from './circleWriting.ts'
import { noEnding, writeContent } from './content.ts'
import { addIdea } from './ideas.ts'
import {
  addAgreement,
  addWho,
  LOCAL,
  moveAgreement,
  putBackAgreement,
  readAll,
  removeAgreement,
  removeWho,
  setLater,
  setRule,
  setText,
  textOf,
} from './planDoc.ts'
import { ENDING, textFields, type PeopleField } from './schema.ts'
import { writeText } from './text.ts'
import { createUndo } from './undo.ts'
import type { WhenRule } from './when.ts'

/*
 * Evenings at random: two devices write one plan, take back, take away, move, and merge now and then. Their documents
 * keep all that was ever in them (`gc: false`), as a device does that still has its undo history.
 */

/** A rhythm to choose. */
export const weekly: WhenRule = {
  unit: 'week',
  interval: 2,
  weekdays: [1, 5],
  first: '2027-03-01',
  last: null,
  time: '15:30',
  until: null,
  part: null,
}

/** What is done often stands there often. */
const kinds = [
  'add',
  'add',
  'type',
  'type',
  'type',
  'erase',
  'choose',
  'undo',
  'undo',
  'redo',
  'remove',
  'putBack',
  'move',
  'person',
  'name',
  'everybody',
  'takeOut',
  'rule',
  'clearRule',
  'later',
  'merge',
] as const

/** One thing that somebody does. */
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  second: fc.boolean(),
  pick: fc.nat(999),
  at: fc.nat(999),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What happens in an evening. */
export const evening: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 5,
  maxLength: 80,
  size: 'max',
})

export interface Evening {
  /** The two documents, merged at the end. */
  readonly docs: readonly [Y.Doc, Y.Doc]
  /** Every word that was ever typed and every id that ever stood there, each unlike all others. */
  readonly traces: readonly string[]
}

/** Lets two devices do these things. */
export function play(steps: readonly Step[]): Evening {
  const docs = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })] as const
  docs.forEach((doc, i) => (doc.clientID = 0x5eed00 + i))
  const traces: string[] = []
  const trace = (): string => `w${traces.push(`w${traces.length}q`) - 1}q`
  writeContent(docs[0], { agreements: [], ending: noEnding })
  // What else lies in a sealed document: who is inside, what the professionals asked, and the ideas on the wall.
  enterCircle(docs[0], { id: trace(), name: trace(), personId: null, kind: 'board' }, trace())
  keepForLater(docs[0], 1, trace())
  const point = { id: trace(), by: trace(), kind: 'offer', text: trace() } as const
  writeCircle(docs[0], { circle: trace(), question: trace(), people: [], points: [point] })
  addIdea(docs[0], { id: trace(), text: trace(), by: trace(), name: trace() })
  merge(docs)
  const histories = docs.map((doc) => {
    const undo = createUndo(doc)
    undo.captureTimeout = 0
    return undo
  })
  for (const { kind, second, pick, at } of steps) {
    const undo = histories[second ? 1 : 0]
    if (kind === 'merge') merge(docs)
    else if (kind === 'undo') undo?.undo()
    else if (kind === 'redo') undo?.redo()
    else act(docs[second ? 1 : 0], kind, pick, at, trace)
  }
  merge(docs)
  return { docs, traces }
}

function merge([a, b]: readonly [Y.Doc, Y.Doc]): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdateV2(b, Y.encodeStateAsUpdateV2(a))
}

type Act = Exclude<Step['kind'], 'merge' | 'undo' | 'redo'>

function act(doc: Y.Doc, kind: Act, pick: number, at: number, trace: () => string): void {
  const ids = [...readAll(doc).map(({ id }) => id), ENDING]
  const id = ids[pick % ids.length] ?? ENDING
  const fields = id === ENDING ? (['when', 'where'] as const) : textFields
  const field = fields[at % fields.length] ?? 'when'
  const people: PeopleField = at % 2 === 0 ? 'who' : id === ENDING ? 'watcher' : 'fallbackWho'
  const acts: Readonly<Record<Act, () => void>> = {
    add: () => void addAgreement(doc, trace, at % 5 === 0 ? '' : trace()),
    type: () => doc.transact(() => typeIn(textOf(doc, id, field), at, trace()), LOCAL),
    erase: () => doc.transact(() => eraseIn(textOf(doc, id, field), at), LOCAL),
    choose: () => setText(doc, id, field, `${trace()} cafe\u0301\n${trace()}`),
    remove: () => removeAgreement(doc, id),
    putBack: () => putBackAgreement(doc, id),
    move: () => id !== ENDING && moveAgreement(doc, id, at % ids.length),
    person: () => addWho(doc, id, people, { kind: 'person', id: trace() }),
    name: () => addWho(doc, id, people, { kind: 'name', id: trace(), name: `Ren\u00e9 ${trace()}` }),
    everybody: () => addWho(doc, id, people, { kind: 'everybody' }),
    takeOut: () => {
      const one: Who | undefined = readAll(doc).find((agreement) => agreement.id === id)?.who[0]
      if (one !== undefined) removeWho(doc, id, 'who', one)
    },
    rule: () => setRule(doc, id, { ...weekly, interval: 1 + (at % 5) }),
    clearRule: () => setRule(doc, id, null),
    later: () => setLater(doc, at % 2 === 0),
  }
  acts[kind]()
}

/** As an editor does it: letters into the text that is there. */
function typeIn(fragment: Y.XmlFragment | undefined, at: number, word: string): void {
  const text = firstText(fragment)
  if (text !== undefined) text.insert(at % (text.length + 1), word)
  else if (fragment !== undefined) writeText(fragment, word)
}

function eraseIn(fragment: Y.XmlFragment | undefined, at: number): void {
  const text = firstText(fragment)
  if (text === undefined || text.length === 0) return
  const from = at % 2 === 0 ? 0 : at % text.length
  text.delete(from, text.length - from)
}

function firstText(fragment: Y.XmlFragment | undefined): Y.XmlText | undefined {
  const paragraph = fragment?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return text instanceof Y.XmlText ? text : undefined
}
