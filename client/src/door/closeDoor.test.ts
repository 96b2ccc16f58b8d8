import 'fake-indexeddb/auto'
import type { OpenView, SeatView } from '@kringplan/shared/contract/seatView'
import { readCircle } from '@kringplan/shared/plan/circleDoc'
import { readContent, writeContent, type PlanContent } from '@kringplan/shared/plan/content'
import { addAgreement, initPlan } from '@kringplan/shared/plan/planDoc'
import { createUndo } from '@kringplan/shared/plan/undo'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDoor } from './closeDoor.ts'
import { findKey, type Device } from './enterRoom.ts'
import { dropKey, heldKey } from './heldKeys.ts'
import { sealedDatabase } from './keyStorage.ts'

/** What the server does with a closing, and what reaches the device of its answer. */
type Luck =
  | 'done'
  | 'waiting'
  | 'answerLost'
  | 'failedAfter'
  | 'failedBefore'
  | 'stale'
  | 'lostBefore'
  | 'nothingHeard'

const half = Buffer.alloc(32, 7).toString('base64url')
let luck: Luck = 'done'
let asked: string[] = []
let closedWith: string | null = null
/** The room of the last closing that was tried, whatever became of it. */
let tried = ''
let newest = 0
let seat = ''
let halfComes = true
/** What the server gives of the plan on the table. */
let onTable: PlanContent | null = null

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
    case 'waiting':
      return reply(200, { since: '', waiting: true, plan: null })
    case 'done':
      closedWith = tried
      return reply(200, { since: '2026-01-01T10:00:00Z', waiting: false, plan: onTable })
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
  onTable = null
  seat = `seat${++newest}`
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => serve(url, init))
})
afterEach(() => vi.unstubAllGlobals())

const close = (device: Device = 'phone') => closeDoor(openView(), device)
/** As a page that was loaded anew: only what is on disk is left. */
const reload = () => dropKey(seat, tried)

describe('closing the door', () => {
  it('[DR1] the device that closed it is inside, also after a reload of a phone', async () => {
    expect(await close()).toEqual({ ok: true, value: { room: tried, waiting: false } })
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
        expect(await close(device)).toEqual({ ok: true, value: { room: tried, waiting: false } })
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

/** The document on the table as this device has it. */
function tableWith(...words: string[]): LiveDocument {
  const doc = new Y.Doc()
  initPlan(doc)
  for (const what of words) addAgreement(doc, newId, what)
  return {
    doc,
    awareness: new Awareness(doc),
    getStatus: () => ({ link: 'live', loaded: true, arrived: true }),
    unsent: () => [],
    subscribe: () => () => {},
    destroy: () => doc.destroy(),
  }
}
/** What the closer carries into an empty room. */
function carried() {
  const doc = new Y.Doc()
  const undo = createUndo(doc)
  let transactions = 0
  doc.on('afterTransaction', () => (transactions += 1))
  heldKey(seat, tried)?.carry?.(doc)
  const { agreements } = readContent(doc)
  return {
    what: agreements.map((one) => one.what),
    question: readCircle(doc)?.question,
    transactions,
    canUndo: undo.undoStack.length > 0,
  }
}

describe('closing it again', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', Map)
    vi.stubGlobal('document', { activeElement: null })
    vi.stubGlobal('requestAnimationFrame', (fn: () => void) => void setImmediate(fn))
  })

  it('[PH6] a phone whose person was first to ask waits, and keeps nothing of a room that is not', async () => {
    luck = 'waiting'
    const table = tableWith('Samen eten')
    expect(await closeDoor(openView(), 'phone', table)).toEqual({
      ok: true,
      value: { room: tried, waiting: true },
    })
    expect(heldKey(seat, tried)).toBeUndefined()
    const kept = await (await sealedDatabase()).getAll('keys')
    expect(kept.filter((record) => record.seat === seat)).toEqual([])
    table.destroy()
  })

  it('[OP4] the closer carries in what the server gives, with the facts, in one transaction and nothing to undo', async () => {
    const server = tableWith('Samen eten', 'Van een ander')
    onTable = readContent(server.doc)
    const table = tableWith('Samen eten')
    await closeDoor(openView(), 'board', table)
    expect(carried()).toEqual({
      what: ['Samen eten', 'Van een ander'],
      question: 'Waar kan Johan wonen?',
      transactions: 1,
      canUndo: false,
    })
    for (const one of [server, table]) one.destroy()
  })

  it('[OP4] when the answer is lost the words go in as they stood on this device', async () => {
    const table = tableWith('Samen eten')
    for (const how of ['answerLost', 'nothingHeard'] as const) {
      luck = how
      closedWith = null
      await closeDoor(openView(), 'board', table)
      expect(carried().what).toEqual(['Samen eten'])
      // Only where the server has no more than that [OP9].
      expect(heldKey(seat, tried)?.isOwnCopy).toBe(true)
    }
    table.destroy()
  })

  it('[OP4] any number of times: each has a room of its own, and what comes out goes in again', async () => {
    const rooms = new Set<string>()
    let content: PlanContent | null = null
    for (let time = 0; time < 4; time += 1) {
      const doc = new Y.Doc()
      if (content === null) addAgreement(doc, newId, 'Samen eten')
      else writeContent(doc, content)
      onTable = readContent(doc)
      await close('board')
      rooms.add(tried)
      const inside = new Y.Doc()
      heldKey(seat, tried)?.carry?.(inside)
      content = readContent(inside)
      expect(content).toEqual(onTable)
    }
    expect(rooms.size).toBe(4)
  })

  it('[OP4] nothing is carried in before it is known what the closing came to', async () => {
    let before: unknown = 'not asked'
    const whenAsked = serve
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
      if (url.endsWith('/door/close')) {
        tried = (JSON.parse(init?.body as string) as { room: string }).room
        before = heldKey(seat, tried)
      }
      return whenAsked(url, init)
    })
    await close('board')
    expect(before).toMatchObject({ unkept: true, facts: { question: 'Waar kan Johan wonen?' } })
    expect(before).not.toHaveProperty('carry')
    expect(carried().question).toBe('Waar kan Johan wonen?')
  })
})
