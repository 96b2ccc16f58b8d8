import 'fake-indexeddb/auto'
import type { OpenView, SeatView } from '@kringplan/shared/contract/seatView'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDoor } from './closeDoor.ts'
import { findKey, type Device } from './enterRoom.ts'
import { dropKey, heldKey } from './heldKeys.ts'

/** What the server does with a closing, and what reaches the device of its answer. */
type Luck = 'done' | 'answerLost' | 'failedAfter' | 'failedBefore' | 'stale' | 'lostBefore' | 'nothingHeard'

const half = Buffer.alloc(32, 7).toString('base64url')
let luck: Luck = 'done'
let asked: string[] = []
let closedWith: string | null = null
/** The room of the last closing that was tried, whatever became of it. */
let tried = ''
let newest = 0
let seat = ''
let halfComes = true

const reply = (status: number, body: object) => new Response(JSON.stringify(body), { status })
const openView = () =>
  ({
    kind: 'open',
    revision: 3,
    self: { seat },
    circle: 'De kring van Johan',
    question: 'Waar kan Johan wonen?',
    people: [],
    points: [],
  }) as unknown as OpenView

function viewNow(): Partial<SeatView> {
  return closedWith === null ? openView() : { kind: 'closed', room: closedWith }
}

async function serve(url: string, init?: RequestInit): Promise<Response> {
  asked.push(url)
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : {}
  if (url.endsWith('/view')) {
    if (luck === 'nothingHeard') throw new TypeError('no network')
    return reply(200, viewNow())
  }
  if (url.endsWith('/door/half')) return halfComes ? reply(200, { half }) : reply(403, { refusal: 'refused' })
  tried = (body as { room: string }).room
  switch (luck) {
    case 'done':
      closedWith = tried
      return reply(200, { since: '2026-01-01T10:00:00Z' })
    case 'failedAfter':
      closedWith = tried
      return reply(500, { refusal: 'failed' })
    case 'failedBefore':
      return reply(500, { refusal: 'failed' })
    case 'stale':
      closedWith = 'the room of somebody else'
      return reply(409, { refusal: 'stale' })
    case 'answerLost':
    case 'nothingHeard':
      closedWith = tried
      throw new TypeError('no network')
    case 'lostBefore':
      throw new TypeError('no network')
  }
}

beforeEach(() => {
  luck = 'done'
  asked = []
  closedWith = null
  halfComes = true
  seat = `seat${++newest}`
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => serve(url, init))
})
afterEach(() => vi.unstubAllGlobals())

const close = (device: Device = 'phone') => closeDoor(openView(), device)
/** As a page that was loaded anew: only what is on disk is left. */
const reload = () => dropKey(seat, tried)

describe('closing the door', () => {
  it('[DR1] the device that closed it is inside, also after a reload of a phone', async () => {
    expect(await close()).toEqual({ ok: true, value: { room: tried } })
    expect(heldKey(seat, tried)).toMatchObject({ justClosed: true, unkept: false })
    reload()
    expect(await findKey(seat, tried, 'phone')).toBe('stored')
  })

  it.each(['answerLost', 'failedAfter'] as const)(
    '[DR1] keeps the key when the door is closed with it and the answer says otherwise (%s)',
    async (how) => {
      luck = how
      for (const device of ['board', 'phone'] as const) {
        closedWith = null
        seat = `${seat}-${device}`
        expect(await close(device)).toEqual({ ok: true, value: { room: tried } })
        expect(heldKey(seat, tried)?.secret.key.some((byte) => byte !== 0)).toBe(true)
      }
    },
  )

  it('[DR1] keeps the key when nothing at all is heard, and comes in when the closed door is seen', async () => {
    luck = 'nothingHeard'
    expect(await close()).toMatchObject({ ok: false, refusal: { refusal: 'offline' } })
    expect(heldKey(seat, tried)?.unkept).toBe(true)
    luck = 'done'
    expect(await findKey(seat, tried, 'phone')).toBe('held')
    await vi.waitFor(() => expect(asked.some((url) => url.endsWith('/door/half'))).toBe(true))
    expect(heldKey(seat, tried)).toMatchObject({ justClosed: true, unkept: false })
  })

  it('[DR1] drops the key when somebody else closed the door', async () => {
    luck = 'stale'
    expect(await close()).toMatchObject({ ok: false, refusal: { refusal: 'stale' } })
    expect(heldKey(seat, tried)).toBeUndefined()
    expect(await findKey(seat, tried, 'phone')).toBe('none')
  })

  it('[DR1] drops the key when the door is still open, and the next try has another', async () => {
    luck = 'failedBefore'
    expect(await close()).toMatchObject({ ok: false, refusal: { refusal: 'failed' } })
    const first = tried
    expect(heldKey(seat, first)).toBeUndefined()
    luck = 'done'
    await close()
    expect(tried).not.toBe(first)
    expect(heldKey(seat, tried)).toBeDefined()
  })

  it('[DR5] of a closing that may still arrive and a later one, the closed door says which key stays', async () => {
    luck = 'lostBefore'
    await close()
    const first = tried
    await close()
    expect([heldKey(seat, first), heldKey(seat, tried)].map((key) => key !== undefined)).toEqual([true, true])
    expect(await findKey(seat, first, 'phone')).toBe('held')
    expect(heldKey(seat, tried)).toBeUndefined()
  })

  it('[SD3] a phone that was reloaded before it heard the answer comes back with the server’s half only', async () => {
    luck = 'nothingHeard'
    await close()
    reload()
    halfComes = false
    expect(await findKey(seat, tried, 'phone')).toBe('noHalf')
    halfComes = true
    expect(await findKey(seat, tried, 'phone')).toBe('stored')
    reload()
    halfComes = false
    // From then on it is kept as every key: under two halves.
    expect(await findKey(seat, tried, 'phone')).toBe('noHalf')
  })

  it('[SD3] a board has it in memory only, whatever happens', async () => {
    luck = 'nothingHeard'
    await close('board')
    reload()
    expect(await findKey(seat, tried, 'board')).toBe('none')
    expect(await findKey(seat, tried, 'phone')).toBe('none')
  })
})
