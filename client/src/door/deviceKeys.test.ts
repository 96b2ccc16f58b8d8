import { enterCircle, readInside } from '@kringplan/shared/plan/circleDoc'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../sealed/base64url.ts'
import { makeKeyPair } from '../sealed/hpke.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { makeWraps } from '../sealed/wraps.ts'
import { findNextKey, keepNextKey } from './deviceKeys.ts'
import { dropKey, heldKey, holdKey } from './heldKeys.ts'

/** Edith takes Kees out; Omar has this document when he hears of it. */
async function takeKeesOut(doc: Y.Doc) {
  const [edith, omar, kees] = [0, 1, 2].map(() => makeKeyPair(secureRandom))
  if (edith === undefined || omar === undefined || kees === undefined) throw new Error('three were made')
  const before = makeRoom(secureRandom)
  const next = { ...before, epoch: 2, key: secureRandom(32) }
  const wraps = await makeWraps(edith, [omar.publicKey], before, next)
  holdKey('omar', { secret: before, device: omar })
  holdKey('kees', { secret: before, device: kees })
  const device = (id: string, key: Uint8Array) =>
    enterCircle(doc, { id, name: id, personId: id, kind: 'phone' }, toBase64url(key))
  return { before, next, wraps, device, edith, omar, kees }
}

describe('the next key of a room for a device', () => {
  it('[GO3] is found by a phone that was away and has nothing of the document after a reload', async () => {
    const doc = new Y.Doc()
    const { before, next, wraps } = await takeKeesOut(doc)
    expect(await findNextKey('omar', before, wraps, doc)).toEqual(next)
    // The control: there is none for who was taken out.
    expect(await findNextKey('kees', before, wraps, doc)).toBeUndefined()
  })

  it('[GO6] takes who was not given it out of the list', async () => {
    const doc = new Y.Doc()
    const { before, wraps, device, edith, omar, kees } = await takeKeesOut(doc)
    device('edith', edith.publicKey)
    device('omar', omar.publicKey)
    device('kees', kees.publicKey)
    await findNextKey('omar', before, wraps, doc)
    expect(readInside(doc).map(({ id }) => id)).toEqual(['edith', 'omar'])
  })

  it.each([true, false])(
    '[GO5] a room that is forgotten (%s) while it is kept does not come back',
    async (isForgotten) => {
      const before = makeRoom(secureRandom)
      const next = { ...before, epoch: 2, key: secureRandom(32) }
      holdKey('omar', { secret: before, unkept: true })
      keepNextKey('omar', 'board', next, before)
      expect(heldKey('omar', before.room)?.secret).toBe(next)
      if (isForgotten) dropKey('omar', before.room)
      const held = () => heldKey('omar', before.room)
      // What tells that it was kept: then it is no more unkept.
      await vi.waitFor(() => expect(held()?.unkept).toBe(false)).catch(() => {})
      expect(held()?.unkept).toBe(isForgotten ? undefined : false)
    },
  )
})
