import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeControl } from './controlPayload.ts'
import { seededBytes, seededChance } from './fakeWorld.testkit.ts'
import { makeRoom } from './roomKey.ts'
import { RoomKeys } from './roomKeys.ts'
import { sealBlob } from './seal.ts'
import { noWarnings, SealedInbox } from './sealedInbox.ts'

const random = seededBytes(seededChance(5))
const secret = makeRoom(random)
const dev = random(8)
const source = new Y.Doc()
source.getText('plan').insert(0, 'tekst')
const update = sealBlob(secret, 'update', { dev, ctr: 2, payload: Y.encodeStateAsUpdate(source) }, random)
const schema = (version: number, ctr = 1) =>
  sealBlob(secret, 'control', { dev, ctr, payload: encodeControl({ type: 'schema', version }) }, random)

function makeInbox() {
  const doc = new Y.Doc()
  const warnings = noWarnings()
  return { doc, warnings, inbox: new SealedInbox(new RoomKeys(secret), doc, 'relay', 1, warnings) }
}

test('[I15] no update is applied before the log has said its schema', () => {
  const { doc, inbox } = makeInbox()
  expect(inbox.applyAll(null, [{ seq: 1, blob: update }])).toBe('otherSchema')
  expect(doc.getText('plan').toJSON()).toBe('')
  const other = makeInbox()
  const entries = [
    { seq: 1, blob: schema(1) },
    { seq: 2, blob: update },
  ]
  expect(other.inbox.applyAll(null, entries)).toBe('applied')
  expect(other.doc.getText('plan').toJSON()).toBe('tekst')
  // A device of another version that comes later does not stop the ones that were here.
  expect(other.inbox.applyAll(null, [{ seq: 3, blob: schema(2, 3) }])).toBe('applied')
})

test('[I6] what comes twice is counted and changes nothing, what comes too late is not missing any more', () => {
  const { doc, inbox, warnings } = makeInbox()
  inbox.applyAll(null, [{ seq: 1, blob: schema(1) }])
  const later = sealBlob(
    secret,
    'control',
    { dev, ctr: 3, payload: encodeControl({ type: 'large' }) },
    random,
  )
  inbox.applyAll(null, [{ seq: 2, blob: later }])
  expect(warnings).toMatchObject({ missing: 1, repeated: 0 })
  inbox.applyAll(null, [{ seq: 3, blob: update }])
  inbox.applyAll(null, [{ seq: 4, blob: update }])
  expect(warnings).toMatchObject({ missing: 0, repeated: 1 })
  expect(doc.getText('plan').toJSON()).toBe('tekst')
})

test('[I3] an authenticated blob that Yjs cannot read is counted, and the next one is applied', () => {
  const { doc, inbox, warnings } = makeInbox()
  const nonsense = sealBlob(secret, 'update', { dev, ctr: 2, payload: Uint8Array.of(1, 2, 3) }, random)
  const good = sealBlob(secret, 'update', { dev, ctr: 3, payload: Y.encodeStateAsUpdate(source) }, random)
  const blobs = [schema(1), nonsense, good]
  expect(
    inbox.applyAll(
      null,
      blobs.map((blob, i) => ({ seq: i + 1, blob })),
    ),
  ).toBe('applied')
  expect(warnings.unreadable).toBe(1)
  expect(doc.getText('plan').toJSON()).toBe('tekst')
})
