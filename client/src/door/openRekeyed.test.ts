import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { initPlan } from '@kringplan/shared/plan/planDoc'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken, makeRoom } from '../sealed/roomKey.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { holdKey } from './heldKeys.ts'
import { openDoor } from './openDoor.ts'

const secret = makeRoom(secureRandom)
const view = { kind: 'closed', revision: 3, room: secret.room, self: { seat: 's', role: 'member' } }

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Map)
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('requestAnimationFrame', (fn: () => void) => void setImmediate(fn))
})
afterEach(() => vi.unstubAllGlobals())

it('[OP1] [GO1] a door that opens while a device is taken out opens with the next key', async () => {
  const doc = new Y.Doc()
  initPlan(doc)
  const live = {
    doc,
    getDetail: () => ({ room: secret.room, epoch: 1, head: 5 }),
    getStatus: () => ({ link: 'live', loaded: true, arrived: true }),
  } as unknown as SealedDocument
  holdKey('s', { secret })
  const next = { ...secret, epoch: 2, key: secureRandom(32) }
  const tokens: string[] = []
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url.endsWith('/view')) return new Response(JSON.stringify(view))
    tokens.push((JSON.parse(init?.body as string) as { doorToken: string }).doorToken)
    if (tokens.length > 1) return new Response(JSON.stringify({ since: '' }))
    // The room has another key by now, and this page has just got it.
    holdKey('s', { secret: next })
    return new Response(JSON.stringify({ refusal: 'refused' }), { status: 403 })
  })
  expect(await openDoor(live, view as unknown as ClosedView)).toEqual({ ok: true })
  expect(tokens).toEqual([secret, next].map((one) => toBase64url(deriveDoorToken(one))))
})
