import 'fake-indexeddb/auto'
import { addAgreement, initPlan } from '@kringplan/shared/plan/planDoc'
import { Awareness } from 'y-protocols/awareness'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { sawAnother, wasReplaced } from '../door/roomsSeen.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { offersOf } from '../table/lateStore.ts'
import { leaveDocument } from './leaveDocument.ts'

const docs: Y.Doc[] = []
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy()
})

/** A draft with two agreements, all of which has arrived. */
function draft(): LiveDocument {
  const doc = new Y.Doc()
  docs.push(doc)
  initPlan(doc)
  addAgreement(doc, newId, 'Samen eten')
  addAgreement(doc, newId, 'Oma belt')
  return { doc, awareness: new Awareness(doc), unsent: () => [] } as unknown as LiveDocument
}
const offered = (seat: string) =>
  offersOf(seat).map(({ words }) => (words.kind === 'agreement' ? words.content.what : words.kind))

describe('leaving a document', () => {
  it('[NW8] of a room that was replaced keeps all of it as text, also what had arrived', async () => {
    leaveDocument(draft(), 'asleep', 'room1', true)
    await vi.waitFor(() => expect(offered('asleep')).toEqual(['Samen eten', 'Oma belt']))
  })

  it('[OP7] of a room that ended otherwise keeps nothing that had arrived', async () => {
    leaveDocument(draft(), 'other', 'room1')
    leaveDocument(draft(), 'control', 'room1', true)
    await vi.waitFor(() => expect(offered('control')).toHaveLength(2))
    expect(offered('other')).toEqual([])
  })
})

describe('a room behind a door', () => {
  const self = { seat: 'mine' } as Parameters<typeof sawAnother>[0]['self']

  it('[NW8] is replaced when another one is behind the same door, and not when the door closed anew', () => {
    const view = { self, since: '2026-01-01T20:00:00Z', room: 'a' }
    expect([sawAnother(view), wasReplaced('mine', view.since, 'a')]).toEqual([false, false])
    sawAnother({ ...view, since: '2026-01-01T21:00:00Z', room: 'b' })
    expect(wasReplaced('mine', view.since, 'a')).toBe(false)
    expect(sawAnother({ ...view, room: 'c' })).toBe(true)
    expect([wasReplaced('mine', view.since, 'a'), wasReplaced('mine', view.since, 'c')]).toEqual([
      true,
      false,
    ])
  })
})
