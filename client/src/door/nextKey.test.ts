import { enterCircle, readInside, readKept } from '@kringplan/shared/plan/circleDoc'
import { askOut, readOut } from '@kringplan/shared/plan/goingOut'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../sealed/base64url.ts'
import { makeKeyPair, type KeyPair } from '../sealed/hpke.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { keptKey } from '../sealed/roomKeys.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import type { Rekeyed, SealedDocument, WrapKey } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { hasWrapFor, makeWraps, openWraps } from '../sealed/wraps.ts'
import { findNextKey, keepNextKey } from './deviceKeys.ts'
import { dropKey, holdKey } from './heldKeys.ts'
import { devicesSeen } from './keysSeen.ts'
import { takeOut } from './takeOut.ts'

const text = ({ publicKey }: KeyPair) => toBase64url(publicKey)
const pairOf = () => makeKeyPair(secureRandom)

let secret: RoomSecret
let doc: Y.Doc
/** As the server keeps it: what each seat named itself. */
let named: { seat: string; key: string }[] = []
let onRekey: (again: () => Promise<void>) => Rekeyed | Promise<Rekeyed> = () => 'done'

beforeEach(() => {
  secret = makeRoom(secureRandom)
  doc = new Y.Doc()
  named = []
  onRekey = () => 'done'
  vi.stubGlobal('fetch', async (url: string) =>
    url.endsWith('/door/key') ? Response.json({ keys: named }) : Response.json({}),
  )
})
afterEach(() => {
  dropKey('edith', secret.room)
  vi.unstubAllGlobals()
})

/** An honest device: in the list, and named to the server. */
function enter(id: string, pair = pairOf()): KeyPair {
  enterCircle(doc, { id, name: id, personId: id, kind: 'phone' }, text(pair))
  named.push({ seat: id, key: text(pair) })
  return pair
}

/** Writes over an entry, as anybody inside can. */
function overwrite(id: string, keys: readonly string[]) {
  doc.getMap('inside').set(id, JSON.stringify({ id, name: id, personId: id, kind: 'phone', keys }))
}

/** Edith takes a device out; gives the end, and who got the next key. */
async function takeOutBy(out: string, edith: KeyPair, told: readonly string[] = []) {
  let given = new Uint8Array(0)
  const next = { ...secret, epoch: 2, key: secureRandom(32) }
  const live = {
    doc,
    getDetail: () => ({ room: secret.room, epoch: 1 }),
    onEntry: (fn: () => void) => {
      setImmediate(fn)
      return () => {}
    },
    rekey: async (wrap: WrapKey) => {
      given = new Uint8Array(await wrap(next))
      return onRekey(async () => void (given = new Uint8Array(await wrap(next))))
    },
  } as unknown as SealedDocument
  holdKey('edith', { secret, device: edith })
  const waits: number[] = []
  const end = await takeOut(live, 'edith', out, told, async (ms) => void waits.push(ms))
  const gets = async (pair: KeyPair) => (await openWraps(pair, secret, given)) !== undefined
  return { end, gets, waits, given, next }
}

describe('for whom the next key is', () => {
  it.each(['mine', 'a new one and mine', 'none', 'nothing'])(
    '[GO9] who writes over the entry of another (%s) gets nothing by it, and locks nobody out',
    async (how) => {
      const [edith, omar, kees, second] = [enter('edith'), enter('omar'), enter('kees'), pairOf()]
      devicesSeen(doc)
      if (how === 'mine') overwrite('omar', [text(kees)])
      if (how === 'a new one and mine') overwrite('omar', [text(second), text(kees)])
      if (how === 'none') overwrite('omar', [])
      if (how === 'nothing') doc.getMap('inside').delete('omar')
      const { end, gets } = await takeOutBy('kees', edith)
      expect(end).toBe('done')
      expect([await gets(kees), await gets(second)]).toEqual([false, false])
      expect(await gets(omar)).toBe(true)
      // The control: who gives it has it.
      expect(await gets(edith)).toBe(true)
    },
  )

  it('[GO9] nor by an entry of its own making, under another id or for a device that was never there', async () => {
    const [edith, omar, kees] = [enter('edith'), enter('omar'), enter('kees')]
    const key = text(kees)
    doc.getMap('inside').set('zz', JSON.stringify({ id: 'omar', name: 'omar', kind: 'phone', keys: [key] }))
    overwrite('nobody', [key])
    const { gets } = await takeOutBy('kees', edith, ['nobody'])
    expect(await gets(kees)).toBe(false)
    expect(await gets(omar)).toBe(true)
    // Nobody stands for it in the list any more.
    expect(readInside(doc).map(({ id }) => id)).toEqual(['edith', 'omar'])
  })

  it('[GO9] the server alone puts no key in either', async () => {
    const [edith, omar, forged] = [enter('edith'), enter('omar'), pairOf()]
    enter('kees')
    for (const seat of ['omar', 'edith', 'elsewhere']) named.push({ seat, key: text(forged) })
    const { gets } = await takeOutBy('kees', edith)
    expect(await gets(forged)).toBe(false)
    expect(await gets(omar)).toBe(true)
  })

  it('[GO9] a device that lost its key pair and came in anew gets it under the new one', async () => {
    const [edith, omar] = [enter('edith'), enter('omar')]
    enter('kees')
    devicesSeen(doc)
    const again = enter('omar')
    const { gets } = await takeOutBy('kees', edith)
    expect(await gets(again)).toBe(true)
    expect(await gets(omar)).toBe(true)
  })

  it('[GO9] [GO6] who writes itself out of the list is taken out all the same, and the question stays', async () => {
    const [edith, kees] = [enter('edith'), enter('kees')]
    const goes = { kind: 'phone', name: 'kees' } as const
    askOut(doc, { device: 'kees', by: 'omar', name: 'omar', goes })
    doc.getMap('inside').delete('kees')
    expect(readOut(doc)[0]).toMatchObject({ device: 'kees', goes })
    const { end, gets, given } = await takeOutBy('kees', edith)
    expect([end, given.length > 0, await gets(kees)]).toEqual(['done', true, false])
    expect(readOut(doc)).toEqual([])
  })

  it('[GO9] a list that somebody fills with devices keeps no honest one from the key', async () => {
    const [edith, omar, kees] = [enter('edith'), enter('omar'), enter('kees')]
    for (let i = 0; i < 300; i++) overwrite(`a${i}`, [text(kees)])
    const told = readInside(doc).map(({ id }) => id)
    const { gets } = await takeOutBy('kees', edith, told)
    expect([await gets(omar), await gets(kees)]).toEqual([true, false])
  })

  it('[GO2] [GO9] done by somebody else meanwhile is done; who only left the list is not', async () => {
    const [edith, herman] = [enter('edith'), enter('herman')]
    enter('kees')
    const next = { ...secret, epoch: 2, key: secureRandom(32) }
    let rekeyed = 0
    onRekey = () => {
      rekeyed++
      return 'raced'
    }
    holdKey('edith', { secret, device: edith })
    const wraps = await makeWraps(herman, [edith.publicKey], secret, next)
    expect(await findNextKey('edith', secret, wraps, doc)).toEqual(next)
    keepNextKey('edith', 'board', next, secret)
    // Asked once more by who has not heard of it: a yes answers that too.
    askOut(doc, { device: 'kees', by: 'omar', name: 'omar', goes: { kind: 'phone', name: 'kees' } })
    expect(readOut(doc)).toHaveLength(1)
    expect((await takeOutBy('kees', edith)).end).toBe('done')
    expect(rekeyed).toBe(0)
    expect(readOut(doc)).toEqual([])
  })
})

describe('who has only just come in', () => {
  it('[GO9] is waited for', async () => {
    const edith = enter('edith')
    enter('kees')
    enterCircle(doc, { id: 'omar', name: 'omar', personId: 'omar', kind: 'phone' })
    const omar = pairOf()
    let asked = 0
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.endsWith('/door/key') && ++asked === 3) enter('omar', omar)
      return Response.json({ keys: named })
    })
    const { end, gets, waits } = await takeOutBy('kees', edith)
    expect([end, waits.length, await gets(omar)]).toEqual(['done', 2, true])
    // What was kept on disks until now can be opened later [GO10].
    expect(readKept(doc, 1)).toBe(toBase64url(keptKey(secret)))
  })

  it('[GO9] or named before anything is done, and then left behind only with a second yes', async () => {
    const [edith, kees] = [enter('edith'), enter('kees')]
    enterCircle(doc, { id: 'omar', name: 'omar', personId: 'omar', kind: 'phone' })
    const first = await takeOutBy('kees', edith)
    expect(first.end).toMatchObject({ late: [{ id: 'omar', name: 'omar' }] })
    expect(first.given.length).toBe(0)
    const second = await takeOutBy('kees', edith, ['omar'])
    expect([second.end, await second.gets(edith), await second.gets(kees)]).toEqual(['done', true, false])
    expect(hasWrapFor(second.given, edith.publicKey)).toBe(true)
  })

  it('[GO9] a page that lost its key pair is one of them, whatever key stands there of a page before it', async () => {
    const [edith, before, again] = [enter('edith'), enter('omar'), pairOf()]
    enter('kees')
    enterCircle(doc, { id: 'omar', name: 'omar', personId: 'omar', kind: 'phone', late: true })
    const first = await takeOutBy('kees', edith)
    expect([first.end, first.given.length]).toMatchObject([{ late: [{ id: 'omar' }] }, 0])
    enter('omar', again)
    const second = await takeOutBy('kees', edith)
    expect([second.end, await second.gets(again), await second.gets(before)]).toEqual(['done', true, true])
  })

  it('[GO9] a second yes is for who was named with the first, and for nobody who came since', async () => {
    const edith = enter('edith')
    enter('kees')
    for (const id of ['omar', 'wim']) enterCircle(doc, { id, name: id, personId: id, kind: 'phone' })
    const second = await takeOutBy('kees', edith, ['omar'])
    expect(second.end).toMatchObject({ late: [{ id: 'omar' }, { id: 'wim' }] })
    expect(second.given.length).toBe(0)
    // The control: both were named.
    expect((await takeOutBy('kees', edith, ['omar', 'wim'])).end).toBe('done')
  })

  it('[GO2] [GO9] also who comes in between two tries, whose entry is the one that raced', async () => {
    const edith = enter('edith')
    enter('kees')
    let isTaken = false
    onRekey = async (again) => {
      enterCircle(doc, { id: 'omar', name: 'omar', personId: 'omar', kind: 'phone' })
      isTaken = await again().then(
        () => true,
        () => false,
      )
      return isTaken ? 'done' : 'offline'
    }
    const first = await takeOutBy('kees', edith)
    expect([isTaken, first.end]).toMatchObject([false, { late: [{ id: 'omar' }] }])
    expect((await takeOutBy('kees', edith, ['omar'])).end).toBe('done')
  })
})
