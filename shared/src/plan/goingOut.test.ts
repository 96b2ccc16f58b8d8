import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { enterCircle, readInside } from './circleDoc.ts'
import { leaveCircle } from './circleWriting.ts'
import { askOut, dropOut, readOut } from './goingOut.ts'

describe('taking a device out', () => {
  it('[GO6] what is asked names the device and who asks, and goes when somebody inside takes it away', () => {
    const doc = new Y.Doc()
    const goes = { kind: 'phone', name: 'Kees' } as const
    askOut(doc, { device: 's1', by: 'edith', name: 'tante Edith', goes })
    askOut(doc, { device: 's2', by: 'board', name: 'het bord', goes })
    expect(readOut(doc)).toEqual([
      { device: 's1', by: 'edith', name: 'tante Edith', goes },
      { device: 's2', by: 'board', name: 'het bord', goes },
    ])
    dropOut(doc, 's1')
    expect(readOut(doc).map(({ device }) => device)).toEqual(['s2'])
  })

  it('[GO6] malformed asking is passed over', () => {
    const doc = new Y.Doc()
    for (const odd of [
      7,
      '{',
      '{}',
      '{"by":1,"name":"x"}',
      '{"by":"a","name":"x"}',
      '{"by":"a","name":"x","goes":{"name":"y"}}',
      'null',
    ])
      doc.getMap('goingOut').set(JSON.stringify(odd), odd)
    expect(readOut(doc)).toEqual([])
  })

  it('[GO6] who is taken out is in the list no more; the others are', () => {
    const doc = new Y.Doc()
    for (const id of ['a', 'b']) enterCircle(doc, { id, name: id, personId: id, kind: 'phone' }, `key ${id}`)
    leaveCircle(doc, ['b', 'nobody'])
    expect(readInside(doc)).toEqual([{ id: 'a', name: 'a', personId: 'a', kind: 'phone', keys: ['key a'] }])
  })
})
