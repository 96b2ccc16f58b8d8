import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { addAgreement, initPlan, setText } from '@kringplan/shared/plan/planDoc'
import { MAX_PLAN_BYTES } from '@kringplan/shared/plan/schema'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { holdKey } from './heldKeys.ts'
import { notOpenedText } from './notOpenedText.ts'
import { openDoor } from './openDoor.ts'

const seat = 'seat-of-edith'
const room = 'room-of-johan'
let sent = 0

beforeEach(() => {
  sent = 0
  holdKey(seat, { secret: { room, epoch: 1, key: new Uint8Array(32) } })
  vi.stubGlobal('HTMLElement', Map)
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('requestAnimationFrame', (fn: () => void) => void setImmediate(fn))
  vi.stubGlobal('fetch', async () => {
    sent += 1
    return new Response('{"since":""}')
  })
})
afterEach(() => vi.unstubAllGlobals())

it('[CR5] a plan that is too large is not sent, and the number of its longest agreement is said', async () => {
  const doc = new Y.Doc()
  initPlan(doc)
  const live = {
    doc,
    getStatus: () => ({ arrived: true, link: 'live' }),
    getDetail: () => ({ head: 0 }),
    subscribe: () => () => {},
  } as unknown as SealedDocument
  const view = { kind: 'closed', revision: 3, room, self: { seat, role: 'board' } } as unknown as ClosedView
  addAgreement(doc, newId, 'kort')
  const id = addAgreement(doc, newId, 'lang')
  setText(doc, id, 'where', 'w'.repeat(MAX_PLAN_BYTES))
  const end = await openDoor(live, view)
  expect(end).toEqual({ ok: false, why: { tooLong: 2 } })
  expect(end.ok ? '' : notOpenedText(end.why)).toBe(m.open_too_long({ n: 2 }))
  expect(sent).toBe(0)
  setText(doc, id, 'where', 'w'.repeat(100_000))
  expect(await openDoor(live, view)).toEqual({ ok: true })
  expect(sent).toBe(1)
})
