import { concatBytes, encodeContent } from '@kringplan/shared/sealed/envelope'
import { fuzz, fuzzAsync, fuzzSeed, fuzzTimeout, sayTried, spoilt } from '@kringplan/shared/fuzz.testkit'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeAdmission, encodeAdmission } from './admissionPayload.ts'
import { openDoorWindow } from './admission.ts'
import { decodeControl, encodeControl } from './controlPayload.ts'
import { DeviceCounters } from './counters.ts'
import { formatDoorCard, makeDoorCard, parseDoorCard } from './doorCard.ts'
import { makeKeyPair } from './hpke.ts'
import { formatPaperKey, makePaperKey, parsePaperKey, unwrapWithPaper } from './paperKey.ts'
import { makeRoom } from './roomKey.ts'
import { RoomKeys } from './roomKeys.ts'
import { openBlob, sealBlob } from './seal.ts'
import { SealedInbox, noWarnings } from './sealedInbox.ts'
import { decodeSnapshotPayload, encodeSnapshotPayload } from './snapshotPayload.ts'
import { secureRandom } from './secureRandom.ts'
import { hasWrapFor, makeWraps, openWraps } from './wraps.ts'

const secret = makeRoom(secureRandom)
const other = makeRoom(secureRandom)
const dev = (n: number) => new Uint8Array(8).fill(n)

/** Counters of some devices, as snapshots and admissions carry them. */
const counters = fc
  .array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 50 })), { maxLength: 6 })
  .map((seen) => {
    const all = new DeviceCounters()
    for (const [device, ctr] of seen) all.see(dev(device), ctr)
    return all
  })
const state = (() => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'zo staat het er')
  return Y.encodeStateAsUpdate(doc)
})()
const snapshots = counters.map((seen) => encodeSnapshotPayload({ schemaVersion: 1, counters: seen, state }))
const sealed = fc
  .tuple(fc.nat(5), fc.integer({ min: 1, max: 9 }))
  .map(([device, ctr]) => sealBlob(secret, 'update', { dev: dev(device), ctr, payload: state }, secureRandom))

afterAll(sayTried)

describe(`what comes out of a relay, a card or a disk, under very many inputs (seed ${fuzzSeed})`, () => {
  test(
    '[I4] what a snapshot holds',
    () => {
      fuzz('decodeSnapshotPayload', spoilt(snapshots), 2000, (any) => {
        const read = decodeSnapshotPayload(any)
        if (read !== undefined) expect(read.state.length).toBeLessThanOrEqual(any.length)
      })
    },
    fuzzTimeout,
  )

  test(
    '[AD3] what a device gets that is let in',
    () => {
      const admissions = counters.map((floor) => encodeAdmission({ key: secret.key, epoch: 3, floor }))
      fuzz('decodeAdmission', spoilt(admissions), 2000, (any) => {
        const read = decodeAdmission(any)
        if (read !== undefined) expect([read.key.length, read.epoch > 0]).toEqual([32, true])
      })
    },
    fuzzTimeout,
  )

  test(
    '[SE2] what devices agree on',
    () => {
      const controls = fc.nat(9).map((version) => encodeControl({ type: 'schema', version }))
      fuzz('decodeControl', spoilt(controls), 1000, (any) => {
        expect(['schema', 'large', 'unknown']).toContain(decodeControl(any).type)
      })
    },
    fuzzTimeout,
  )

  test(
    '[DC2] [PK2] cards and paper keys, as texts',
    () => {
      const cards = fc
        .nat(3)
        .map((epoch) => formatDoorCard(makeDoorCard('door', epoch + 1, secureRandom).card))
      const papers = fc.constant(0).map(() => formatPaperKey(makePaperKey(secureRandom)))
      const text = fc.oneof(cards, papers).map((good) => new TextEncoder().encode(good))
      fuzz('cardsAndPapers', spoilt(text), 1000, (any) => {
        const typed = new TextDecoder().decode(any)
        const card = parseDoorCard(typed)
        if (card !== undefined) expect(parseDoorCard(formatDoorCard(card))).toEqual(card)
        const paper = parsePaperKey(typed)
        if (paper.ok) expect(unwrapWithPaper(any, secret.room, 1, paper.key)).toBeUndefined()
      })
    },
    fuzzTimeout,
  )

  test(
    '[I3] a blob opens as it was sealed or not at all',
    () => {
      fuzz('openBlob', spoilt(sealed), 1000, (any) => {
        const read = openBlob(secret, any)
        if (read.end === 'opened') expect(read.content.payload).toEqual(state)
        expect(openBlob(other, any).end).not.toBe('opened')
      })
    },
    fuzzTimeout,
  )

  test(
    '[I3] whatever an inside device seals, the document stays whole',
    () => {
      const payloads = spoilt(fc.oneof(fc.constant(state), snapshots))
      const kinds = fc.constantFrom(
        'update' as const,
        'control' as const,
        'awareness' as const,
        'snapshot' as const,
      )
      fuzz('sealedInbox', fc.tuple(kinds, payloads, fc.boolean()), 500, ([kind, payload, asSnapshot]) => {
        const doc = new Y.Doc()
        doc.getText('words').insert(0, 'kanarie')
        const inbox = new SealedInbox(new RoomKeys(secret), doc, 'relay', 1, noWarnings())
        const blob = sealBlob(secret, kind, { dev: dev(1), ctr: 1, payload }, secureRandom)
        inbox.noteOwn(dev(2), 1, 'schema')
        inbox.applyAll(asSnapshot ? blob : null, asSnapshot ? [] : [{ seq: 1, blob }])
        expect(doc.getText('words').toJSON()).toContain('kanarie')
      })
    },
    fuzzTimeout,
  )

  test(
    '[I9] [GO4] wraps of a next key: none but a known device’s opens',
    async () => {
      const [sender, device, stranger] = [1, 2, 3].map(() => makeKeyPair(secureRandom))
      if (sender === undefined || device === undefined || stranger === undefined)
        throw new Error('three were made')
      const next = { ...secret, epoch: secret.epoch + 1, key: secureRandom(32) }
      const good = await makeWraps(sender, [sender.publicKey, device.publicKey], secret, next)
      const alien = await makeWraps(stranger, [device.publicKey], next, next)
      const bytes = spoilt(fc.constantFrom(good, alien, concatBytes(good, alien)))
      await fuzzAsync('openWraps', bytes, 400, async (any) => {
        expect(typeof hasWrapFor(any, device.publicKey)).toBe('boolean')
        const opened = await openWraps(device, secret, any)
        if (opened !== undefined) expect(opened).toEqual(next)
      })
      // The control: as it was sent it opens, and one of a stranger does not.
      expect(await openWraps(device, secret, good)).toEqual(next)
      expect(await openWraps(device, secret, alien)).toBeUndefined()
    },
    fuzzTimeout,
  )

  test(
    '[AD3] knocks that were not made with the card are none',
    async () => {
      const window = openDoorWindow(secret, secureRandom)
      const knocks = fc.constant(encodeContent({ dev: dev(1), ctr: 1, payload: new Uint8Array(500) }))
      await fuzzAsync('readKnock', spoilt(knocks), 200, async (any) => {
        expect(await window.read(any)).toBeUndefined()
      })
    },
    fuzzTimeout,
  )
})
