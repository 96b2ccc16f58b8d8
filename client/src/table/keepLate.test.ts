import 'fake-indexeddb/auto'
import { addAgreement, initPlan, setText } from '@kringplan/shared/plan/planDoc'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { openUpdateOutbox } from '../sync/updateOutbox.ts'
import { forgetLate, keepLate, lookForLate, settleOffer } from './keepLate.ts'
import { offersOf } from './lateStore.ts'

let seat = ''
let newest = 0
let doc = new Y.Doc()
let unsent: Uint8Array[] = []

beforeEach(() => {
  seat = `seat${(newest += 1)}`
  doc = new Y.Doc()
  initPlan(doc)
  unsent = []
  doc.on('update', (update: Uint8Array) => unsent.push(update))
})
afterEach(() => doc.destroy())

/** What a page that was closed left on the disk for a document. */
async function leaveOnDisk(document: string, updates: readonly Uint8Array[]): Promise<void> {
  const outbox = openUpdateOutbox(seat, document)
  updates.forEach((update, i) => outbox.put(`${seat} ${document} ${i}`, update))
  await outbox.settled()
  outbox.close()
}
async function onDisk(document: string): Promise<number> {
  const outbox = openUpdateOutbox(seat, document)
  const left = await outbox.read(0)
  outbox.close()
  return left.length
}
const offered = () =>
  offersOf(seat).map(({ words }) =>
    words.kind === 'words'
      ? words.parts.join('|')
      : words.kind === 'agreement'
        ? words.content.what
        : words.kind,
  )

describe('late words of a seat', () => {
  it('[OP5] are offered once, whether the page itself or the disk is asked first', async () => {
    addAgreement(doc, newId, 'Van onderweg')
    await leaveOnDisk('plan-1', unsent)
    keepLate(seat, 'plan-1', doc, unsent)
    await lookForLate(seat, 'plan-2')
    expect(offered()).toEqual(['Van onderweg'])
    seat = `${seat}-other`
    await leaveOnDisk('plan-1', unsent)
    await lookForLate(seat, 'plan-2')
    expect(offered()).toEqual(['Van onderweg'])
    keepLate(seat, 'plan-1', doc, unsent)
    expect(offersOf(seat).map(({ words }) => words.kind)).toEqual(['agreement'])
  })

  it('[OP5] what an earlier page left is offered beside what this page knows', async () => {
    const earlier = new Y.Doc()
    const left: Uint8Array[] = []
    earlier.on('update', (update: Uint8Array) => left.push(update))
    addAgreement(earlier, newId, 'Van een eerdere keer')
    addAgreement(doc, newId, 'Van onderweg')
    await leaveOnDisk('plan-1', [...left, ...unsent])
    keepLate(seat, 'plan-1', doc, unsent)
    await lookForLate(seat, 'plan-2')
    expect(offered()).toEqual(['Van onderweg', 'Van een eerdere keer'])
    earlier.destroy()
  })

  it('[OP5] words for the document of now are on their way to it, and not offered', async () => {
    addAgreement(doc, newId, 'Van onderweg')
    await leaveOnDisk('plan-1', unsent)
    await lookForLate(seat, 'plan-1')
    expect(offered()).toEqual([])
    expect(await onDisk('plan-1')).toBeGreaterThan(0)
    // Left for another page of this screen, and back again.
    keepLate(seat, 'plan-1', doc, unsent)
    expect(offered()).toHaveLength(1)
    forgetLate(seat, 'plan-1')
    expect(offered()).toEqual([])
  })

  it('[OP5] stay on the disk until all of a document has been decided about, and then leave it', async () => {
    const id = addAgreement(doc, newId, 'Samen eten')
    unsent.splice(0)
    setText(doc, id, 'where', 'bij opa')
    addAgreement(doc, newId, 'Koken')
    await leaveOnDisk('plan-1', unsent)
    await leaveOnDisk('plan-2', unsent)
    keepLate(seat, 'plan-1', doc, unsent)
    const [first, second] = offersOf(seat)
    await settleOffer(seat, first?.key ?? '')
    expect([offersOf(seat).length, (await onDisk('plan-1')) > 0]).toEqual([1, true])
    await settleOffer(seat, second?.key ?? '')
    expect([offersOf(seat).length, await onDisk('plan-1'), (await onDisk('plan-2')) > 0]).toEqual([
      0,
      0,
      true,
    ])
  })
})
