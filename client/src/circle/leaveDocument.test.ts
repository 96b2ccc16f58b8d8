import 'fake-indexeddb/auto'
import { addAgreement, initPlan } from '@kringplan/shared/plan/planDoc'
import { Awareness } from 'y-protocols/awareness'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { sawAnother, wasReplaced } from '../door/roomsSeen.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { forgetErased } from '../table/keepLate.ts'
import { offersOf } from '../table/lateStore.ts'
import { leaveDocument } from './leaveDocument.ts'

const docs: Y.Doc[] = []
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy()
})

/** A draft with two agreements that have arrived, and perhaps one that has not. */
function draft(onTheWay?: string): LiveDocument {
  const doc = new Y.Doc()
  docs.push(doc)
  initPlan(doc)
  addAgreement(doc, newId, 'Samen eten')
  addAgreement(doc, newId, 'Oma belt')
  const unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => unsent.push(update))
  if (onTheWay !== undefined) addAgreement(doc, newId, onTheWay)
  return { doc, awareness: new Awareness(doc), unsent: () => unsent } as unknown as LiveDocument
}
const offered = (seat: string) =>
  offersOf(seat).map(({ words }) => (words.kind === 'agreement' ? words.content.what : words.kind))

describe('leaving a document', () => {
  it('[NW8] of a room that was replaced keeps all of it as text, also what had arrived', async () => {
    leaveDocument(draft(), 'asleep', 'room1', true)
    await vi.waitFor(() => expect(offered('asleep')).toEqual(['Samen eten', 'Oma belt']))
  })

  it('[OP5] of a room that ended otherwise keeps what had not arrived, and no more', async () => {
    leaveDocument(draft('Van onderweg'), 'other', 'room1')
    await vi.waitFor(() => expect(offered('other')).toEqual(['Van onderweg']))
  })

  it('[NW8] of an erased draft only what had not arrived is still offered when the door opens', async () => {
    leaveDocument(draft('Van onderweg'), 'both', 'room1', true)
    await vi.waitFor(() => expect(offered('both')).toEqual(['Van onderweg', 'Samen eten', 'Oma belt']))
    forgetErased('both')
    expect(offered('both')).toEqual(['Van onderweg'])
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
