import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readContent } from './content.ts'
import { askOpening, dropOpening, readOpening } from './opening.ts'
import { addAgreement, initPlan } from './planDoc.ts'

describe('asking to open the door', () => {
  it('[PH7] is heard by every device inside, one a person, and is taken away by anybody', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    askOpening(one, 'phone1', { personId: 'wim', name: 'Wim', at: 2 })
    askOpening(one, 'phone2', { personId: 'wim', name: 'Wim', at: 3 })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(readOpening(other)).toEqual([{ personId: 'wim', name: 'Wim', at: 2 }])
    askOpening(other, 'phone3', { personId: 'edith', name: 'tante Edith', at: 1 })
    expect(readOpening(other).map(({ name }) => name)).toEqual(['tante Edith', 'Wim'])
    dropOpening(other)
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(readOpening(one)).toEqual([])
  })

  it('[PH7] what is malformed asks nothing', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('opening')
    map.set('a', 7)
    map.set('b', 'null')
    map.set('c', '{"personId":"wim"}')
    map.set('d', '[')
    expect(readOpening(doc)).toEqual([])
  })

  it('[CR1] does not cross', () => {
    const doc = new Y.Doc()
    initPlan(doc)
    addAgreement(doc, () => 'a1', 'Samen eten')
    askOpening(doc, 'phone1', { personId: 'wim', name: 'Wim vraagt', at: 2 })
    expect(JSON.stringify(readContent(doc))).toContain('Samen eten')
    expect(JSON.stringify(readContent(doc))).not.toContain('Wim vraagt')
  })
})
