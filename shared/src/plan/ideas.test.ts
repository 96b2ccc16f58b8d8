import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readContent, writeContent } from './content.ts'
import {
  addIdea,
  ideasOf,
  makeAgreementOf,
  markInPlan,
  MAX_IDEA,
  proposedFor,
  putBackIdea,
  readIdeas,
  removeIdea,
} from './ideas.ts'
import { addAgreement, initPlan, readAgreements } from './planDoc.ts'
import { createUndo } from './undo.ts'

const ids = () => {
  let n = 0
  return () => `id${++n}`
}
const wim = { by: 'wim', name: 'Wim' }
const texts = (doc: Y.Doc) => readIdeas(doc).map((idea) => idea.text)

describe('the ideas wall', () => {
  it('[ID1] shows what was put on it, in the order of coming, with whose it is', () => {
    const doc = new Y.Doc()
    addIdea(doc, { id: 'b', text: 'Elke vrijdag zwemmen', ...wim })
    addIdea(doc, { id: 'a', text: 'Woensdag bij ons eten', by: 'oma', name: 'oma' })
    expect(readIdeas(doc)).toEqual([
      { id: 'b', text: 'Elke vrijdag zwemmen', ...wim, order: 1, agreement: null },
      { id: 'a', text: 'Woensdag bij ons eten', by: 'oma', name: 'oma', order: 2, agreement: null },
    ])
  })

  it('[ID1] has the same order everywhere, also for ideas of the same moment', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    addIdea(one, { id: 'z', text: 'van de een', ...wim })
    addIdea(two, { id: 'c', text: 'van de ander', by: 'oma', name: 'oma' })
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    expect(texts(one)).toEqual(['van de ander', 'van de een'])
    expect(texts(two)).toEqual(texts(one))
  })

  it('[ID1] putting the same idea twice is putting it once', () => {
    const doc = new Y.Doc()
    addIdea(doc, { id: 'a', text: 'bowlen', ...wim })
    addIdea(doc, { id: 'a', text: 'bowlen met zijn allen', ...wim })
    expect(texts(doc)).toEqual(['bowlen'])
  })

  it('[ID1] an idea is one line in NFC of at most 90 characters, and never empty', () => {
    const doc = new Y.Doc()
    addIdea(doc, { id: 'a', text: '  samen\n ete\u0301n  ', ...wim })
    addIdea(doc, { id: 'b', text: '👨'.repeat(MAX_IDEA + 5), ...wim })
    addIdea(doc, { id: 'c', text: ' \n ', ...wim })
    const [first, second, ...rest] = texts(doc)
    expect(first).toBe('samen etén')
    expect([...(second ?? '')]).toHaveLength(MAX_IDEA)
    // No half of a sign is left at the end.
    expect(Buffer.from(second ?? '', 'utf8').toString('utf8')).toBe(second)
    expect(rest).toEqual([])
  })

  it('[ID1] whatever is written, what is put on the wall is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (words) => {
        const doc = new Y.Doc()
        addIdea(doc, { id: 'a', text: words, ...wim })
        expect(readIdeas(doc)).toHaveLength(words.trim() === '' ? 0 : 1)
      }),
    )
  })

  it('[ID2] malformed entries are passed over', () => {
    const doc = new Y.Doc()
    addIdea(doc, { id: 'good', text: 'dit blijft', ...wim })
    const good = readIdeas(doc)[0]
    const map = ideasOf(doc)
    const bad: readonly unknown[] = [
      7,
      'geen json',
      'null',
      '[]',
      JSON.stringify({ ...good, id: 'another' }),
      JSON.stringify({ ...good, text: 'x'.repeat(MAX_IDEA + 1) }),
      JSON.stringify({ ...good, text: '' }),
      JSON.stringify({ ...good, text: 'e\u0301' }),
      JSON.stringify({ ...good, by: 3 }),
      JSON.stringify({ ...good, name: 'n'.repeat(61) }),
      JSON.stringify({ ...good, order: 'a0' }),
      JSON.stringify({ ...good, order: 1e15 }),
      JSON.stringify({ ...good, agreement: {} }),
    ]
    for (const [i, value] of bad.entries()) {
      const same = typeof value === 'string' ? value.replace('"good"', `"bad${i}"`) : value
      map.set(`bad${i}`, same)
    }
    expect(texts(doc)).toEqual(['dit blijft'])
    // The control: written the same way, without a fault, one is read.
    map.set('fine', JSON.stringify({ ...good, id: 'fine' }))
    expect(texts(doc)).toHaveLength(2)
    expect(() => addIdea(doc, { id: 'next', text: 'en verder', ...wim })).not.toThrow()
    expect(texts(doc)).toHaveLength(3)
  })

  it('[ID4] its maker takes an idea back, and the board any; nobody else; it can be put back in its place', () => {
    const doc = new Y.Doc()
    for (const id of ['a', 'b', 'c']) addIdea(doc, { id, text: `idee ${id}`, ...wim })
    expect(removeIdea(doc, 'b', 'oma')).toBeUndefined()
    expect(texts(doc)).toHaveLength(3)
    const gone = removeIdea(doc, 'b', 'wim')
    expect(gone?.text).toBe('idee b')
    expect(texts(doc)).toEqual(['idee a', 'idee c'])
    if (gone !== undefined) putBackIdea(doc, gone)
    expect(texts(doc)).toEqual(['idee a', 'idee b', 'idee c'])
    expect(removeIdea(doc, 'a', null)?.id).toBe('a')
    expect(removeIdea(doc, 'a', null)).toBeUndefined()
  })

  it('[ID5] its words become the what of an agreement, who is proposed and not filled in, and the idea stays', () => {
    const doc = new Y.Doc()
    initPlan(doc)
    addIdea(doc, { id: 'a', text: 'Elke vrijdag zwemmen', ...wim })
    const made = makeAgreementOf(doc, 'a', ids())
    expect(readAgreements(doc)).toMatchObject([{ id: made, what: 'Elke vrijdag zwemmen', who: [] }])
    expect(readIdeas(doc)).toMatchObject([{ id: 'a', agreement: made }])
    expect(proposedFor(doc, made ?? '')).toBe('wim')
    expect(proposedFor(doc, 'another')).toBeNull()
    expect(makeAgreementOf(doc, 'gone', ids())).toBeUndefined()
    expect(readAgreements(doc)).toHaveLength(1)
  })

  it('[ID5] taken away while another makes an agreement of it: the agreement stands, with its words', () => {
    const [board, phone] = [new Y.Doc(), new Y.Doc()]
    addIdea(board, { id: 'a', text: 'bowlen', ...wim })
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(board))
    removeIdea(phone, 'a', 'wim')
    makeAgreementOf(board, 'a', ids())
    for (const [to, from] of [
      [board, phone],
      [phone, board],
    ] as const) {
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
      expect(readAgreements(to).map(({ what }) => what)).toEqual(['bowlen'])
    }
    expect(readIdeas(board)).toEqual(readIdeas(phone))
  })

  it('[ID5] undo takes the agreement back in one step and touches no idea', () => {
    const doc = new Y.Doc()
    initPlan(doc)
    const undo = createUndo(doc)
    addIdea(doc, { id: 'a', text: 'bowlen', ...wim })
    expect(undo.undoStack).toHaveLength(0)
    makeAgreementOf(doc, 'a', ids())
    undo.undo()
    expect(readAgreements(doc)).toEqual([])
    expect(texts(doc)).toEqual(['bowlen'])
  })
})

describe('the door', () => {
  it('[ID3] nothing of any idea crosses when a document is built from visible text', () => {
    // Without clean-up a document keeps what was deleted: the hardest case.
    const old = new Y.Doc({ gc: false })
    initPlan(old)
    const next = ids()
    addAgreement(old, next, 'Johan gaat op woensdag naar opa')
    const words = ['KANARIE-staat', 'KANARIE-gewist', 'KANARIE-afspraak', 'maker-kanarie', 'kanarie-id']
    addIdea(old, { id: 'kanarie-id1', text: 'KANARIE-staat', by: 'maker-kanarie', name: 'maker-kanarie' })
    addIdea(old, { id: 'kanarie-id2', text: 'KANARIE-gewist', by: null, name: '' })
    addIdea(old, { id: 'kanarie-id3', text: 'KANARIE-afspraak', by: null, name: '' })
    removeIdea(old, 'kanarie-id2', null)
    const made = addAgreement(old, next, 'in eigen woorden')
    markInPlan(old, 'kanarie-id3', made)

    const fresh = new Y.Doc({ gc: false })
    writeContent(fresh, readContent(old))
    const bytes = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('utf8')
    for (const word of words) expect(bytes(old), word).toContain(word)
    for (const word of [...words, 'ideas']) expect(bytes(fresh), word).not.toContain(word)
    expect(readAgreements(fresh).map(({ what }) => what)).toEqual([
      'Johan gaat op woensdag naar opa',
      'in eigen woorden',
    ])
  })
})
