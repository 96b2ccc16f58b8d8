import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isComplete, openQuestions, placesUsed } from './agreement.ts'
import { noEnding } from './content.ts'
import {
  addAgreement,
  addWho,
  agreementsOf,
  initPlan,
  isKnownSchema,
  moveAgreement,
  putBackAgreement,
  readAgreements,
  readEnding,
  removeAgreement,
  removeWho,
  setText,
  textOf,
} from './planDoc.ts'
import { MAX_NAME, SCHEMA_VERSION } from './schema.ts'
import { readText, writeText } from './text.ts'
import { createUndo, sharedUndo } from './undo.ts'

let counter = 0
const newId = () => `id${String((counter += 1)).padStart(14, '0')}`

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}

describe('plan document', () => {
  it('[PL1] only a document of the known version may be bound', () => {
    const doc = new Y.Doc()
    expect(isKnownSchema(doc)).toBe(false)
    initPlan(doc)
    expect(isKnownSchema(doc)).toBe(true)
    for (const other of [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1]) {
      doc.getMap('meta').set('schemaVersion', other)
      expect(isKnownSchema(doc)).toBe(false)
    }
  })

  it('[PL3] an agreement says what, who, where, when and what if it does not work out', () => {
    const doc = new Y.Doc()
    const id = addAgreement(doc, newId, 'Wim en Johan gaan samen zwemmen')
    expect(openQuestions(readAgreements(doc)[0]!)).toEqual(['who', 'where', 'when', 'fallback'])
    addWho(doc, id, 'who', { kind: 'person', id: 'wim0000000' })
    addWho(doc, id, 'who', { kind: 'everybody' })
    addWho(doc, id, 'who', { kind: 'name', id: 'n000000001', name: '  de badmeester ' })
    setText(doc, id, 'where', 'in het zwembad')
    setText(doc, id, 'when', 'elke vrijdagmiddag')
    addWho(doc, id, 'fallbackWho', { kind: 'person', id: 'wim0000000' })
    const [agreement] = readAgreements(doc)
    expect(agreement).toMatchObject({
      what: 'Wim en Johan gaan samen zwemmen',
      where: 'in het zwembad',
      when: 'elke vrijdagmiddag',
      fallback: '',
    })
    expect(agreement?.who).toEqual([
      { kind: 'everybody' },
      { kind: 'name', id: 'n000000001', name: 'de badmeester' },
      { kind: 'person', id: 'wim0000000' },
    ])
    expect(isComplete(agreement!)).toBe(true)
    expect(placesUsed([agreement!])).toEqual(['in het zwembad'])
    removeWho(doc, id, 'who', { kind: 'everybody' })
    expect(readAgreements(doc)[0]?.who).toHaveLength(2)
  })

  it('[PL4] one moves an agreement while another edits it: nothing is lost', () => {
    const a = new Y.Doc()
    const b = new Y.Doc()
    const ids = ['een', 'twee', 'drie'].map((what) => addAgreement(a, newId, what))
    sync(a, b)
    moveAgreement(a, ids[2]!, 0)
    const paragraph = textOf(b, ids[2]!, 'what')!.get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(4, ' huizen')
    sync(a, b)
    expect(readAgreements(a).map((agreement) => agreement.what)).toEqual(['drie huizen', 'een', 'twee'])
    expect(readAgreements(b)).toEqual(readAgreements(a))
  })

  it('[PL5] one takes an agreement away while another writes in it: put back, it has those words', () => {
    const a = new Y.Doc()
    const b = new Y.Doc()
    const id = addAgreement(a, newId, 'een')
    sync(a, b)
    removeAgreement(a, id)
    setText(b, id, 'where', 'bij oma')
    sync(a, b)
    expect(readAgreements(a)).toEqual([])
    putBackAgreement(a, id)
    expect(readAgreements(a)[0]).toMatchObject({ what: 'een', where: 'bij oma' })
  })

  it('[PL6] undo takes back own changes over all fields, also after an editor has gone', () => {
    const a = new Y.Doc()
    const b = new Y.Doc()
    const id = addAgreement(a, newId, 'een')
    sync(a, b)
    const undo = createUndo(a)
    undo.captureTimeout = 0
    setText(a, id, 'where', 'thuis')
    removeAgreement(a, id)
    setText(b, id, 'when', 'vandaag')
    sync(a, b)
    const editors = sharedUndo(undo)
    editors.destroy()
    editors.undo()
    expect(readAgreements(a)[0]).toMatchObject({ where: 'thuis', when: 'vandaag' })
    editors.undo()
    expect(readAgreements(a)[0]).toMatchObject({ where: '', when: 'vandaag' })
    expect(undo.undoStack).toHaveLength(0)
    // The control: the manager itself, destroyed, tracks nothing any more.
    undo.destroy()
    setText(a, id, 'where', 'weg')
    expect(undo.undoStack).toHaveLength(0)
  })

  it('[PL7] what is malformed is passed over, never thrown on', () => {
    const doc = new Y.Doc()
    agreementsOf(doc).set('plain', 7)
    agreementsOf(doc).set('empty', new Y.Map())
    expect(readAgreements(doc)).toEqual([
      {
        id: 'empty',
        order: '',
        removed: false,
        what: '',
        who: [],
        where: '',
        when: '',
        rule: null,
        fallback: '',
        fallbackWho: [],
      },
    ])
    for (const rule of [7, '{"half', '{}', 'null']) {
      ;(agreementsOf(doc).get('empty') as Y.Map<unknown>).set('rule', rule)
      expect(readAgreements(doc)[0]?.rule).toBe(null)
    }
    expect(readEnding(doc)).toEqual(noEnding)
    moveAgreement(doc, 'nobody', 3)
    setText(doc, 'nobody', 'what', 'x')
  })

  it('[PL8] the words of a field are its visible text, in NFC, paragraphs by line', () => {
    const doc = new Y.Doc()
    const fragment = doc.getXmlFragment('x')
    writeText(fragment, 'Ce\u0301line\nbelt')
    expect(readText(fragment)).toBe('C\u00E9line\nbelt')
    const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(0, 2, { bold: {} })
    expect(readText(fragment)).toBe('C\u00E9line\nbelt')
  })

  it('[PL8] a free name is cut between two signs, never through one', () => {
    const doc = new Y.Doc()
    const id = addAgreement(doc, newId)
    const name = 'x'.repeat(MAX_NAME - 1)
    addWho(doc, id, 'who', { kind: 'name', id: 'n1', name: `${name}\u{1F600}` })
    addWho(doc, id, 'who', { kind: 'name', id: 'n2', name: `${name.slice(1)}\u{1F600}y` })
    expect(readAgreements(doc)[0]?.who).toEqual([
      { kind: 'name', id: 'n1', name },
      { kind: 'name', id: 'n2', name: `${name.slice(1)}\u{1F600}` },
    ])
  })
})
