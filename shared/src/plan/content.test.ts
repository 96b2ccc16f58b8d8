import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { noEnding, readContent, writeContent, type PlanContent } from './content.ts'
import {
  addAgreement,
  addWho,
  agreementsOf,
  isKnownSchema,
  readAgreements,
  removeAgreement,
  removeWho,
  setLater,
  setRule,
  setText,
} from './planDoc.ts'
import { evening, play, weekly } from './planHistory.testkit.ts'
import { createUndo } from './undo.ts'

const encodings = [
  { name: 'V1', encode: Y.encodeStateAsUpdate, apply: Y.applyUpdate, decode: Y.decodeUpdate },
  { name: 'V2', encode: Y.encodeStateAsUpdateV2, apply: Y.applyUpdateV2, decode: Y.decodeUpdateV2 },
] as const

const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** The document that stands after the door: built from what this one shows. */
function crossed(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc()
  fresh.clientID = 7
  writeContent(fresh, readContent(doc))
  return fresh
}

/** All the devices that the bytes of a document know, and how many deletions they tell of. */
function known(update: ReturnType<typeof Y.decodeUpdate>): { authors: Set<number>; deletions: number } {
  const authors = new Set<number>()
  for (const struct of update.structs) {
    authors.add(struct.id.client)
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin]) if (id !== null) authors.add(id.client)
  }
  return { authors, deletions: update.ds.clients.size }
}

/** A redo puts an agreement back that somebody else had moved: it has no place in the row any more. */
const lostItsPlace = (
  ['add', 'merge', 'undo', 'move', 'merge', 'redo', 'add', 'add', 'add', 'add', 'add'] as const
).map((kind) => ({ kind, second: kind === 'move', pick: 0, at: 0 }))

describe('what crosses from one document to the next', () => {
  it.each(encodings)('[CR1] nothing of what is not shown is in the bytes, $name', ({ encode, decode }) => {
    const control = { hidden: 0, inOld: 0, deletions: 0 }
    fc.assert(
      fc.property(evening, (steps) => {
        const { docs, traces } = play(steps)
        const shown = JSON.stringify(readContent(docs[0]))
        const hidden = traces.filter((trace) => !shown.includes(trace))
        const old = encode(docs[0])
        const fresh = encode(crossed(docs[0]))
        const [oldBytes, freshBytes] = [ascii(old), ascii(fresh)]
        expect(hidden.filter((trace) => freshBytes.includes(trace))).toEqual([])
        expect(known(decode(fresh))).toEqual({ authors: new Set([7]), deletions: 0 })
        // The controls: what is shown is there, and the old bytes hold what the new ones must not.
        expect(traces.filter((trace) => shown.includes(trace) && !freshBytes.includes(trace))).toEqual([])
        control.hidden += hidden.length
        control.inOld += hidden.filter((trace) => oldBytes.includes(trace)).length
        control.deletions += known(decode(old)).deletions
        expect(known(decode(old)).authors).toContain(docs[0].clientID)
      }),
      { examples: [[lostItsPlace]] },
    )
    expect(control.hidden).toBeGreaterThan(1200)
    expect(control.inOld).toBeGreaterThan(control.hidden * 0.8)
    expect(control.deletions).toBeGreaterThan(50)
  })

  it.each(encodings)(
    '[CR1] a word taken back, an agreement taken away, somebody taken out, $name',
    ({ encode }) => {
      const a = new Y.Doc({ gc: false })
      const kept = addAgreement(a, () => 'blijftId', 'ruzie met oom Herman')
      const gone = addAgreement(a, () => 'wegId', 'geen drank in huis')
      addWho(a, kept, 'who', { kind: 'name', id: 'buurId', name: 'buurman Kees' })
      const b = new Y.Doc({ gc: false })
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
      setText(b, kept, 'what', 'samen eten')
      removeWho(b, kept, 'who', { kind: 'name', id: 'buurId', name: 'buurman Kees' })
      removeAgreement(b, gone)
      const secrets = ['Herman', 'wegId', 'drank', 'buurId', 'Kees', 'removed']
      const [old, fresh] = [ascii(encode(b)), ascii(encode(crossed(b)))]
      expect(secrets.filter((word) => fresh.includes(word))).toEqual([])
      expect(secrets.filter((word) => old.includes(word))).toEqual(secrets)
      expect(fresh).toContain('samen eten')
    },
  )

  it('[CR2] written and read back it is the same content, also from the bytes', () => {
    fc.assert(
      fc.property(evening, (steps) => {
        const { docs } = play(steps)
        const content = readContent(docs[0])
        expect(readContent(docs[1])).toEqual(content)
        const fresh = crossed(docs[0])
        expect(readContent(fresh)).toEqual(content)
        for (const { encode, apply } of encodings) {
          const far = new Y.Doc()
          apply(far, encode(fresh))
          expect(readContent(far)).toEqual(content)
        }
      }),
    )
  })

  it('[CR2] every part of a plan crosses', () => {
    const doc = new Y.Doc()
    const content: PlanContent = {
      agreements: [
        {
          id: 'a2',
          what: 'Wim en Johan gaan zwemmen\nen daarna friet',
          who: [
            { kind: 'everybody' },
            { kind: 'name', id: 'n1', name: 'de badmeester' },
            { kind: 'person', id: 'p1' },
          ],
          where: 'in het zwembad',
          when: 'om de week',
          rule: weekly,
          fallback: 'dan bellen we',
          fallbackWho: [{ kind: 'person', id: 'p2' }],
        },
      ],
      ending: {
        when: 'na de zomer',
        rule: { ...weekly, unit: 'once', interval: 1, weekdays: [] },
        where: 'bij oma',
        who: [{ kind: 'everybody' }],
        watcher: [{ kind: 'person', id: 'p1' }],
        later: true,
      },
    }
    writeContent(doc, content)
    expect(readContent(doc)).toEqual(content)
  })

  it('[CR3] what is blank does not cross, one answer is enough to cross', () => {
    const doc = new Y.Doc()
    const ids = Array.from({ length: 8 }, (_, i) => addAgreement(doc, () => `a${i}`))
    setText(doc, 'a1', 'what', ' \n ')
    setText(doc, 'a2', 'where', 'thuis')
    setText(doc, 'a3', 'fallback', 'dan bellen we')
    addWho(doc, 'a4', 'who', { kind: 'everybody' })
    addWho(doc, 'a5', 'fallbackWho', { kind: 'everybody' })
    setRule(doc, 'a6', weekly)
    setText(doc, 'a7', 'when', 'straks')
    expect(readContent(doc).agreements.map(({ id }) => id)).toEqual(ids.slice(2))
    expect(readContent(doc).ending).toEqual(noEnding)
  })

  it('[CR4] the new document is one that can be written in, with nothing to undo', () => {
    const old = new Y.Doc()
    for (const id of ['a1', 'a2', 'a3']) addAgreement(old, () => id, id)
    // Two devices that added at the same moment: the order is that of the screen, the keys are new.
    for (const id of ['a1', 'a2', 'a3']) (agreementsOf(old).get(id) as Y.Map<unknown>).set('order', 'a0')
    const doc = new Y.Doc()
    const undo = createUndo(doc)
    writeContent(doc, readContent(old))
    expect(isKnownSchema(doc)).toBe(true)
    expect(undo.undoStack).toEqual([])
    expect(new Set(readAgreements(doc).map(({ order }) => order)).size).toBe(3)
    addAgreement(doc, () => 'a4', 'a4')
    setLater(doc, true)
    expect(readContent(doc).agreements.map(({ what }) => what)).toEqual(['a1', 'a2', 'a3', 'a4'])
    expect(readContent(doc).ending.later).toBe(true)
    expect(undo.undoStack).not.toEqual([])
  })
})
