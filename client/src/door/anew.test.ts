import 'fake-indexeddb/auto'
import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { writeCircle } from '@kringplan/shared/plan/circleWriting'
import { readContent } from '@kringplan/shared/plan/content'
import { addAgreement, initPlan } from '@kringplan/shared/plan/planDoc'
import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../plan/newId.ts'
import { askAnew, hasDraft } from './anew.ts'
import { enterRoom, findKey } from './enterRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'

/** What becomes of the asking. */
type Luck = 'done' | 'answerLost' | 'stale' | 'nothingHeard'

const old = 'OldRoomOldRoomOldRoom2'
let luck: Luck
let asked: string
let seat: string
let count = 0

const reply = (status: number, body: object) => new Response(JSON.stringify(body), { status })
const view = () => ({ kind: 'closed', room: old, self: { seat }, anew: null }) as unknown as ClosedView

async function serve(url: string, init?: RequestInit): Promise<Response> {
  if (url.endsWith('/view')) {
    if (luck === 'nothingHeard') throw new TypeError('no network')
    return reply(200, { ...view(), anew: luck === 'stale' ? null : { room: asked } })
  }
  if (url.endsWith('/door/half')) return reply(200, { half: Buffer.alloc(32, 7).toString('base64url') })
  asked = (JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { room: string }).room
  if (luck === 'stale') return reply(409, { refusal: 'stale' })
  if (luck === 'done') return reply(200, { done: true })
  throw new TypeError('no network')
}

beforeEach(() => {
  luck = 'done'
  seat = `seat-${++count}`
  vi.stubGlobal('fetch', serve)
})
afterEach(() => vi.unstubAllGlobals())

describe('asking to start anew', () => {
  it('[NW1] the key of the room that would come outlives every look for the one of now', async () => {
    expect((await askAnew(view(), 'phone')).ok).toBe(true)
    expect(await findKey(seat, old, 'phone')).toBe('none')
    expect(heldKey(seat, asked)?.secret.room).toBe(asked)
    // Then the view tells of that room.
    expect(await findKey(seat, asked, 'phone')).toBe('held')
  })

  it('[NW1] it stands on the phone before the server knows of it: a page that goes finds it again', async () => {
    await askAnew(view(), 'phone')
    vi.resetModules()
    const fresh = await import('./enterRoom.ts')
    expect(await fresh.findKey(seat, asked, 'phone')).toBe('stored')
  })

  it('[NW1] where the answer is lost the server is asked; what stays unknown is kept, and what was refused is not', async () => {
    luck = 'answerLost'
    expect((await askAnew(view(), 'phone')).ok).toBe(true)
    expect(heldKey(seat, asked)).toBeDefined()
    luck = 'nothingHeard'
    expect((await askAnew(view(), 'phone')).ok).toBe(false)
    expect(heldKey(seat, asked)).toBeDefined()
    luck = 'stale'
    expect(await askAnew(view(), 'phone')).toEqual({ ok: false, refusal: { refusal: 'stale' } })
    expect(heldKey(seat, asked)).toBeUndefined()
    expect(await findKey(seat, asked, 'phone')).toBe('none')
  })

  it('[NW5] the plan that this page still has comes along; without one the server is asked what was known', async () => {
    await askAnew(view(), 'board')
    expect(heldKey(seat, asked)).toMatchObject({ isOwnCopy: true })
    expect(hasDraft(seat, old)).toBe(false)

    const doc = new Y.Doc()
    initPlan(doc)
    addAgreement(doc, newId, 'Samen eten op zondag')
    writeCircle(doc, { circle: 'De kring van Johan', question: 'Waar?', people: [], points: [] })
    const secret = { room: old, epoch: 3, key: new Uint8Array(32).fill(3) }
    holdKey(seat, { secret, last: doc })
    expect(hasDraft(seat, old)).toBe(true)
    await askAnew(view(), 'board')
    const next = heldKey(seat, asked)
    const into = new Y.Doc()
    next?.carry?.(into)
    expect(readContent(into).agreements.map(({ what }) => what)).toEqual(['Samen eten op zondag'])
    // Nothing of the key of before.
    expect(next?.secret.epoch).toBe(1)
    expect(next?.secret.key).not.toEqual(secret.key)
    await enterRoom(seat, next!, 'board')
    expect(heldKey(seat, asked)?.coming).toBe(false)
  })
})
