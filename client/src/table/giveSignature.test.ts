import 'fake-indexeddb/auto'
import type { Input } from '@kringplan/shared/contract/messages'
import { readContent } from '@kringplan/shared/plan/content'
import { isSignedBy, type SignatureMark } from '@kringplan/shared/plan/signature'
import { setText } from '@kringplan/shared/plan/planDoc'
import { describe, expect, it } from 'vitest'
import type { call } from '../api/call.ts'
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
