import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveState } from './liveState.ts'
import { countTold, enter, nothing, stored, syncFrame, told, updateWith } from './openClient.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'

afterEach(stopServers)
const brokenBy = 7
const blank = { snapshot: null, updates: [], seq: 0 }

/** Updates that read well and fall apart while they are put in: single bytes of a good one changed. */
function findBroken(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = brokenBy
  const agreement = new Y.Map<unknown>()
  doc.getMap('agreements').set('a', agreement)
  const field = new Y.XmlFragment()
  agreement.set('what', field)
  field.insert(0, [new Y.XmlElement('paragraph')])
  updateWith('abc', doc)
  const good = Y.encodeStateAsUpdate(doc)
  const found: Uint8Array[] = []
  for (let at = 0; at < good.length; at++) {
    for (const to of [0, 1, 2, 3, 4, 7, 0x27, 0x84, 0xc4]) {
      const bytes = good.slice()
      bytes[at] = to
      if (new LiveState<null>(blank, () => undefined).apply(bytes, null) === 'broken') found.push(bytes)
    }
  }
  return found
}

test('[OD6] an update that breaks the document ends its own socket; the document is as before', async () => {
  const broken = findBroken()
  expect(broken.length).toBeGreaterThan(0)
  const server = await serve()
  const member = await enter(server, 'member')
  const doc = new Y.Doc()
  member.send(syncFrame(2, updateWith('heel', doc)))
  await member.find(told('ack'))
  for (const update of broken.slice(0, 20)) {
    const bad = await enter(server, 'bad')
    // In one turn with good words of somebody else, which are not on disk yet when the document breaks.
    member.send(syncFrame(2, updateWith('!', doc)))
    bad.send(syncFrame(2, update))
    expect(await bad.closed()).toBe(4400)
  }
  await member.settled()
  expect(countTold(member, 'update')).toBe(0)
  const newcomer = await enter(server, 'newcomer')
  newcomer.send(syncFrame(0, nothing))
  const { bytes } = await newcomer.find(told('answer'))
  expect(Y.decodeUpdate(bytes).structs.map(({ id }) => id.client)).not.toContain(brokenBy)
  expect(await stored(server)).toBe(`heel${'!'.repeat(Math.min(20, broken.length))}`)
})

test('[OD6] an update that claims a great many parts is refused before memory is set aside for them', () => {
  const state = new LiveState<null>(blank, () => undefined)
  const claim = new Uint8Array([1, 0xff, 0xff, 0xff, 0x7f, 1, 0])
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < 20; i++) expect(state.apply(claim, null)).toBe('malformed')
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
})

test('[OD5] the whole state is encoded once per version', () => {
  const state = new LiveState<null>(blank, () => undefined)
  state.apply(updateWith('een'), null)
  const whole = state.whole()
  expect(state.since(new Uint8Array([0]))).toBe(whole)
  state.apply(updateWith('twee'), null)
  expect(state.whole()).not.toBe(whole)
})
