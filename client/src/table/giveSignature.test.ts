import 'fake-indexeddb/auto'
import type { Input } from '@kringplan/shared/contract/messages'
import { readContent } from '@kringplan/shared/plan/content'
import { isSignedBy, type SignatureMark } from '@kringplan/shared/plan/signature'
import { setText } from '@kringplan/shared/plan/planDoc'
import type { ChainedLine } from '@kringplan/shared/log/doorLog'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { call } from '../api/call.ts'
import { sampleLog } from '../log/sampleLog.testkit.ts'
import { seenHead } from '../log/seenHead.ts'
import { memoryStorage } from '../seats/memoryStorage.testkit.ts'
import { rememberSeat } from '../seats/seatStore.ts'
import { ownHash } from './compareVersion.ts'
import { giveSignature } from './giveSignature.ts'
import { edith, makeSmallPlan, signingView } from './signing.testkit.ts'

/** A stand-in for the server that notes what it is asked. */
function listening() {
  const sent: Input<'sign'>[] = []
  const send = (async (_name: string, args: { readonly input: Input<'sign'> }) => {
    sent.push(args.input)
    return { ok: true, value: { done: true } }
  }) as unknown as typeof call
  return { sent, send }
}

const typed: SignatureMark = { way: 'typed', text: 'Edith' }

describe('giving a signature', () => {
  it('[SG4] is over the version, the person under the name of now, the way and the device', async () => {
    const { doc } = makeSmallPlan()
    const view = signingView(doc)
    const { sent, send } = listening()
    const shown = ownHash(view, readContent(doc))
    const mark: SignatureMark = { way: 'drawn', strokes: [[1, 2, 30, 40]] }
    expect((await giveSignature({ view, shown, personId: edith.id, device: 'board', mark }, send)).ok).toBe(
      true,
    )
    const [given] = sent
    if (given === undefined) throw new Error('nothing was sent')
    expect(given).toMatchObject({ version: 1, hash: shown, personId: edith.id, device: 'board', mark })
    const facts = {
      conference: view.conferenceId,
      version: 1,
      hash: given.hash,
      person: edith,
      device: 'board',
      mark,
    } as const
    expect(isSignedBy(facts, given.publicKey, given.signature)).toBe(true)
    expect(isSignedBy({ ...facts, device: 'own' }, given.publicKey, given.signature)).toBe(false)
  })

  it('[SG1] what this device does not show itself is not signed, and nothing is sent', async () => {
    const { doc, id } = makeSmallPlan()
    const view = signingView(doc)
    const { sent, send } = listening()
    const give = (shown: string | null, of = view) =>
      giveSignature({ view: of, shown, personId: edith.id, device: 'board', mark: typed }, send)
    setText(doc, id, 'what', 'Johan gaat niet zwemmen')
    const stale = { ok: false, refusal: { refusal: 'stale' } }
    expect(await give(ownHash(view, readContent(doc)))).toEqual(stale)
    expect(await give(null)).toEqual(stale)
    expect(await give('a'.repeat(64), { ...view, plan: null })).toEqual(stale)
    expect(sent).toEqual([])
    expect((await give(view.plan?.version?.hash ?? '')).ok).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('[SG3] a second signature on the same device is by the same key', async () => {
    const { doc } = makeSmallPlan()
    const view = signingView(doc, { seat: 'seat00000002' })
    const { sent, send } = listening()
    const shown = ownHash(view, readContent(doc))
    for (const { id } of view.people.slice(0, 2))
      await giveSignature({ view, shown, personId: id, device: 'board', mark: typed }, send)
    expect(new Set(sent.map(({ publicKey }) => publicKey)).size).toBe(1)
    expect(new Set(sent.map(({ signature }) => signature)).size).toBe(2)
  })
})

describe('the log of the door', () => {
  const { doc } = makeSmallPlan()
  const plain = signingView(doc, { seat: 'seat00000003' })
  const log = sampleLog(plain.conferenceId, ['came', 'closed', 'opened', 'frozen'])
  const atFreezing = { seq: 3, head: log[2]?.hash ?? '' }
  const viewWith = (head: { seq: number; head: string } | null, view = plain) => {
    if (view.plan === null || view.plan.version === null) throw new Error('no version is being signed')
    const version = { ...view.plan.version, log: head }
    const around = { ...view, plan: { ...view.plan, version } }
    const hash = ownHash(around, readContent(doc)) ?? ''
    return { ...around, plan: { ...around.plan, version: { ...version, hash } } }
  }
  /** What comes of signing while the server says that this is the log. */
  async function give(view: ReturnType<typeof viewWith>, lines: readonly ChainedLine[] | 'offline') {
    const sent: string[] = []
    const send = (async (name: string) => {
      if (name === 'sign') sent.push(name)
      if (name === 'sign') return { ok: true, value: { done: true } }
      return lines === 'offline'
        ? { ok: false, refusal: { refusal: 'offline' } }
        : { ok: true, value: { lines } }
    }) as unknown as typeof call
    const shown = ownHash(view, readContent(doc))
    const given = await giveSignature({ view, shown, personId: edith.id, device: 'board', mark: typed }, send)
    return { sent: sent.length, refusal: given.ok ? null : given.refusal }
  }
  const noFit = { sent: 0, refusal: { refusal: 'stale', field: 'log' } }

  beforeEach(() => {
    vi.stubGlobal('localStorage', memoryStorage())
    rememberSeat({ seat: plain.self.seat, role: 'board' })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('[LG7] is read and holds the head of the plan: then it is signed', async () => {
    expect(await give(viewWith(atFreezing), log)).toEqual({ sent: 1, refusal: null })
    expect(seenHead(plain.self.seat)).toEqual({ seq: 4, head: log[3]?.hash })
  })

  it('[LG7] does not hold that head, is not whole, or is not what this device saw: nothing is signed', async () => {
    const other = sampleLog(plain.conferenceId, ['came', 'closed', 'opened', 'frozen'], 'Kees')
    const broken = log.map((line, i) => (i === 1 ? { ...line, who: null } : line))
    expect(await give(viewWith({ ...atFreezing, seq: 2 }), log)).toEqual(noFit)
    expect(await give(viewWith(atFreezing), other)).toEqual(noFit)
    expect(await give(viewWith(atFreezing), broken)).toEqual(noFit)
    expect(await give(viewWith(atFreezing), log)).toEqual({ sent: 1, refusal: null })
    // The plan and the log fit each other, and not what this device saw.
    const head = { seq: 3, head: other[2]?.hash ?? '' }
    expect(await give(viewWith(head), other)).toEqual(noFit)
  })

  it('[LG7] a plan without a head is signed only where no log was ever seen', async () => {
    expect(await give(viewWith(null), 'offline')).toEqual({ sent: 1, refusal: null })
    await give(viewWith(atFreezing), log)
    expect(await give(viewWith(null), log)).toEqual(noFit)
  })

  it('[LG7] is not there to be read: it is said so, and nothing is signed', async () => {
    expect(await give(viewWith(atFreezing), 'offline')).toEqual({ sent: 0, refusal: { refusal: 'offline' } })
  })

  it('[SG1] [LG7] another head than that of the version is another hash', () => {
    const one = viewWith(atFreezing)
    const two = viewWith({ ...atFreezing, head: 'a'.repeat(64) })
    expect(one.plan.version.hash).not.toBe(two.plan.version.hash)
    expect(viewWith(null).plan.version.hash).toBe(plain.plan?.version?.hash)
  })
})
