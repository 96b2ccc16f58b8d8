import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginVisit, endVisit, readVisit, visitStage } from './visit.ts'

const call = (id: string, answered: boolean) => ({ id, answered })

describe('the coordinator inside for a moment', () => {
  it('[VI2] who is inside and what is shown stands in the document, and reaches another device', () => {
    const board = new Y.Doc()
    const phone = new Y.Doc()
    expect(readVisit(phone)).toBeNull()
    beginVisit(board, { call: 'c1', sees: 'one', agreement: 'a1' })
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(board))
    expect(readVisit(phone)).toEqual({ call: 'c1', sees: 'one', agreement: 'a1', isInside: true })
    endVisit(phone, 'c1')
    Y.applyUpdate(board, Y.encodeStateAsUpdate(phone))
    expect(readVisit(board)?.isInside).toBe(false)
  })

  it('[VI1] a call goes from called to coming, inside, and done; the next one starts anew', () => {
    const doc = new Y.Doc()
    const stage = (now: { id: string; answered: boolean } | null) => visitStage(readVisit(doc), now)
    expect(stage(null)).toBe('none')
    expect(stage(call('c1', false))).toBe('called')
    expect(stage(call('c1', true))).toBe('comes')
    beginVisit(doc, { call: 'c1', sees: 'plan', agreement: null })
    expect(stage(call('c1', true))).toBe('inside')
    // Somebody calls for something else meanwhile: that is done too when the coordinator goes.
    expect(stage(call('c2', true))).toBe('inside')
    endVisit(doc, 'c2')
    expect(stage(call('c2', true))).toBe('none')
    expect(stage(call('c3', false))).toBe('called')
  })

  it('[VI1] what cannot be read shows nothing of the plan', () => {
    for (const odd of [7, '{', 'null', '{"sees":"plan"}', '{"sees":"all","isInside":false}', '[]']) {
      const doc = new Y.Doc()
      doc.getMap('visit').set('now', odd)
      expect(readVisit(doc)).toEqual({ call: null, sees: 'nothing', agreement: null, isInside: true })
    }
  })
})
