import { readContent, writeContent, type PlanContent } from '@kringplan/shared/plan/content'
import {
  addAgreement,
  addWho,
  initPlan,
  readAgreements,
  removeAgreement,
  setRule,
  setText,
  textOf,
} from '@kringplan/shared/plan/planDoc'
import { createUndo } from '@kringplan/shared/plan/undo'
import type { WhenRule } from '@kringplan/shared/plan/when'
import { ENDING } from '@kringplan/shared/plan/schema'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { rangesOf, typedIn } from './lateRanges.ts'
import { findLate, putLate, stillLate, type LateWords } from './lateWords.ts'

const docs: Y.Doc[] = []
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy()
})
const fresh = () => {
  const doc = new Y.Doc()
  docs.push(doc)
  return doc
}
/** A document as the server has it, and this device with a copy on which it goes on writing. */
function phoneWith(prepare: (doc: Y.Doc) => void) {
  const server = fresh()
  initPlan(server)
  prepare(server)
  const phone = fresh()
  Y.applyUpdate(phone, Y.encodeStateAsUpdate(server))
  const unsent: Uint8Array[] = []
  phone.on('update', (update: Uint8Array) => unsent.push(update))
  return { server, phone, late: () => findLate(phone, rangesOf(unsent)), unsent }
}
/** The document on the other side of an edge: built from what the server had. */
function built(content: PlanContent) {
  const doc = fresh()
  writeContent(doc, content)
  return doc
}
/** Types letter by letter at a place in the only paragraph of a field. */
function type(doc: Y.Doc, id: string, field: 'what' | 'where' | 'when', at: number, words: string) {
  const paragraph = textOf(doc, id, field)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no words there yet')
  ;[...words].forEach((letter, i) => text.insert(at + i, letter))
}
const parts = (late: readonly LateWords[]) =>
  late.map((one) => (one.kind === 'words' ? [one.field, ...one.parts] : [one.kind]))

describe('words that had not arrived', () => {
  it('[OP5] are those of this device alone, whole words, by agreement and field', () => {
    let id = ''
    const { phone, late } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
      setText(doc, id, 'where', 'bij opa')
    })
    expect(late()).toEqual([])
    type(phone, id, 'what', 10, ' op zondag')
    type(phone, id, 'where', 7, 's hui')
    expect(late()).toEqual([
      { kind: 'words', id, field: 'what', about: 'Samen eten op zondag', parts: ['op zondag'] },
      { kind: 'words', id, field: 'where', about: 'Samen eten op zondag', parts: ['opas hui'] },
    ])
  })

  it('[OP5] what arrived, what others wrote and what was taken away again is not among them', () => {
    let id = ''
    const { server, phone, late, unsent } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
    })
    type(phone, id, 'what', 10, ' op zondag')
    for (const update of unsent.splice(0)) Y.applyUpdate(server, update)
    type(server, id, 'what', 0, 'Altijd ')
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(server))
    unsent.splice(0)
    expect(late()).toEqual([])
    type(phone, id, 'what', 0, 'weg ')
    const paragraph = textOf(phone, id, 'what')?.get(0)
    if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).delete(0, 4)
    expect(late()).toEqual([])
  })

  it('[OP5] an agreement that nobody else knows is late as a whole, with its people and its rule', () => {
    const { phone, late } = phoneWith(() => {})
    const id = addAgreement(phone, newId, 'Zwemmen met Wim')
    setText(phone, id, 'where', 'De Duik')
    addWho(phone, id, 'who', { kind: 'person', id: 'wim' })
    const found = late()
    expect(found).toMatchObject([
      { kind: 'agreement', content: { what: 'Zwemmen met Wim', where: 'De Duik', who: [{ id: 'wim' }] } },
    ])
    // One that was begun and left without a word is none.
    addAgreement(phone, newId)
    expect(late()).toHaveLength(1)
  })

  it('[OP5] somebody put in an agreement is late too', () => {
    let id = ''
    const { phone, late } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Koken')
      addWho(doc, id, 'who', { kind: 'person', id: 'opa' })
    })
    addWho(phone, id, 'who', { kind: 'everybody' })
    expect(late()).toEqual([
      { kind: 'people', id, field: 'who', about: 'Koken', people: [{ kind: 'everybody' }] },
    ])
  })

  it('[OP5] words of the next meeting', () => {
    const { phone, late } = phoneWith((doc) => writeContent(doc, { ...readContent(doc), agreements: [] }))
    setText(phone, ENDING, 'where', 'bij oma thuis')
    expect(parts(late())).toEqual([['where', 'bij oma thuis']])
  })
})

describe('what is offered', () => {
  it('[OP5] nothing that is in the plan after all: the answer was lost, not the words', () => {
    let id = ''
    const { phone, late } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
    })
    type(phone, id, 'what', 10, ' op zondag')
    const own = addAgreement(phone, newId, 'Koken')
    setText(phone, own, 'where', 'bij opa')
    addWho(phone, own, 'who', { kind: 'everybody' })
    const before = late()
    expect(before).toHaveLength(2)
    expect(stillLate(before, readContent(phone))).toEqual([])
    setText(phone, own, 'where', '')
    expect(parts(stillLate(before, readContent(phone)))).toEqual([['where', 'bij opa']])
  })

  it('[OP5] enters the plan only when it is put there: as lines of their own, and in one step to undo', () => {
    let id = ''
    const { server, phone, late } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
    })
    type(phone, id, 'what', 10, ' op zondag')
    const table = built(readContent(server))
    const [words] = stillLate(late(), readContent(table))
    expect(readAgreements(table).map(({ what }) => what)).toEqual(['Samen eten'])
    if (words === undefined) throw new Error('nothing is late')
    const undo = createUndo(table)
    putLate(table, words, newId)
    expect(readAgreements(table).map(({ what }) => what)).toEqual(['Samen eten\nop zondag'])
    expect(stillLate(late(), readContent(table))).toEqual([])
    undo.undo()
    expect(readAgreements(table).map(({ what }) => what)).toEqual(['Samen eten'])
    undo.destroy()
  })

  it('[OP5] into an empty field they are the words; of an agreement that is gone they make a new one', () => {
    let id = ''
    const { server, phone, late } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
    })
    setText(phone, id, 'where', 'bij opa')
    const [words] = late()
    if (words === undefined) throw new Error('nothing is late')
    const table = built(readContent(server))
    putLate(table, words, newId)
    expect(readAgreements(table)[0]?.where).toBe('bij opa')
    removeAgreement(table, id)
    putLate(table, words, newId)
    expect(readAgreements(table).map(({ what, where }) => [what, where])).toEqual([['bij opa', '']])
  })

  it('[OP5] a whole agreement is put with all that was said in it', () => {
    const { phone, late } = phoneWith(() => {})
    const id = addAgreement(phone, newId, 'Zwemmen')
    const rule: WhenRule = {
      unit: 'week',
      interval: 1,
      weekdays: [3],
      first: '2027-06-16',
      last: null,
      time: '15:00',
      until: null,
      part: null,
    }
    setText(phone, id, 'fallback', 'Dan wandelen')
    addWho(phone, id, 'fallbackWho', { kind: 'name', id: 'n1', name: 'buurvrouw' })
    setRule(phone, id, rule)
    const table = built({ ...readContent(fresh()) })
    for (const one of late()) putLate(table, one, newId)
    const [put] = readAgreements(table)
    expect(put).toMatchObject({
      what: 'Zwemmen',
      rule,
      fallback: 'Dan wandelen',
      fallbackWho: [{ kind: 'name', name: 'buurvrouw' }],
    })
    expect(put?.id).toBe(id)
    expect(stillLate(late(), readContent(table))).toEqual([])
  })

  it('[OP5] an agreement that had arrived in part and was taken away comes back with the rest', () => {
    const { phone, late } = phoneWith(() => {})
    const id = addAgreement(phone, newId, 'Zwemmen')
    const part = readContent(phone)
    setText(phone, id, 'where', 'De Duik')
    const table = built(part)
    removeAgreement(table, id)
    for (const one of stillLate(late(), readContent(table))) putLate(table, one, newId)
    expect(readAgreements(table).map(({ what, where }) => [what, where])).toEqual([['Zwemmen', 'De Duik']])
    expect(stillLate(late(), readContent(table))).toEqual([])
  })
})

describe('what an earlier page left on the disk', () => {
  it('[OP5] is read as words without its document: typed in one go is one part, taken away is none', () => {
    let id = ''
    const { phone, unsent } = phoneWith((doc) => {
      id = addAgreement(doc, newId, 'Samen eten')
    })
    type(phone, id, 'what', 10, ' op zondag')
    type(phone, id, 'what', 0, 'Wij gaan ')
    type(phone, id, 'what', 29, ' fout')
    const paragraph = textOf(phone, id, 'what')?.get(0)
    if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).delete(29, 5)
    expect(typedIn(unsent)).toEqual(
      ['op zondag', 'Wij gaan'].map((words) => ({ client: phone.clientID, words })),
    )
    expect(typedIn([new Uint8Array([9, 9, 9])])).toEqual([])
  })
})
