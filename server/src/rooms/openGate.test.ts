import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  countTold,
  enter,
  presenceFrame,
  stored,
  syncFrame,
  told,
  updateWith,
  wordsOf,
} from './openClient.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'

afterEach(stopServers)
const empty = Y.encodeStateAsUpdate(new Y.Doc())
const reader = ['plan.read'] as const

describe('the gate', () => {
  test('[OD2] what a reader writes changes nothing, reaches nobody, and the reader is told; a member’s same frame passes', async () => {
    const server = await serve()
    server.rights.set('coordinator', reader)
    const coordinator = await enter(server, 'coordinator')
    const member = await enter(server, 'member')
    const other = await enter(server, 'other')
    await Promise.all([member.settled(), other.settled()])
    const before = other.got.length
    const doc = new Y.Doc()
    const update = updateWith('van mij', doc)
    const where = presenceFrame([{ client: 7, clock: 1, state: '{"name":"x"}' }])
    for (const frame of [syncFrame(2, update), syncFrame(1, update), where]) {
      const from = coordinator.got.length
      coordinator.send(frame)
      expect((await coordinator.find(told('denied'), from)).reason).toBe('refused')
    }
    await other.settled()
    expect(other.got.length).toBe(before)
    expect(await stored(server)).toBe('')
    expect(countTold(coordinator, 'ack')).toBe(0)

    member.send(syncFrame(2, update))
    member.send(where)
    expect(wordsOf((await other.find(told('update'))).bytes)).toBe('van mij')
    expect((await other.find(told('presence'))).states).toEqual(['{"name":"x"}'])
    await coordinator.find(told('update'))
    expect(await stored(server)).toBe('van mij')
  })

  test('[OD2] a reader’s empty answer is no violation, one with deletions of its own is', async () => {
    const server = await serve()
    server.rights.set('coordinator', reader)
    const member = await enter(server, 'member')
    const doc = new Y.Doc()
    member.send(syncFrame(2, updateWith('abc', doc)))
    doc.getText('words').delete(0, 1)
    member.send(syncFrame(1, Y.encodeStateAsUpdate(doc)))
    await member.find((bytes) => (told('ack')(bytes)?.n === 2 ? true : null))
    const coordinator = await enter(server, 'coordinator')
    const vector = Y.encodeStateVector(doc)
    coordinator.send(syncFrame(1, empty))
    coordinator.send(syncFrame(1, Y.encodeStateAsUpdate(doc, vector)))
    await coordinator.find((bytes) => (told('ack')(bytes)?.n === 2 ? true : null))
    expect(countTold(coordinator, 'denied')).toBe(0)
    doc.getText('words').delete(0, 1)
    coordinator.send(syncFrame(1, Y.encodeStateAsUpdate(doc, vector)))
    await coordinator.find(told('denied'))
    expect(await stored(server)).toBe('bc')
  })

  test('[OD7] after a revocation not one byte more goes to the socket, and nothing of it comes in', async () => {
    const server = await serve()
    const leaver = await enter(server, 'leaver')
    const stayer = await enter(server, 'stayer')
    const writer = await enter(server, 'writer')
    writer.send(syncFrame(2, updateWith('voor')))
    await leaver.find(told('update'))
    await stayer.find(told('update'))
    const before = leaver.got.length
    server.rights.set('leaver', [])
    server.rooms.revoke('c1')
    leaver.send(syncFrame(2, updateWith('van buiten')))
    writer.send(syncFrame(2, updateWith('na')))
    writer.send(presenceFrame([{ client: 9, clock: 1, state: '{}' }]))
    await stayer.find(told('presence'))
    expect(await leaver.closed()).toBe(4205)
    expect(leaver.got.length).toBe(before)
    expect(await stored(server)).not.toContain('van buiten')
    expect(stayer.closeCode).toBeNull()
  })

  test('[OD7] the gate is asked at each delivery, also when nobody called revoke', async () => {
    const server = await serve()
    const leaver = await enter(server, 'leaver')
    const writer = await enter(server, 'writer')
    await leaver.settled()
    const before = leaver.got.length
    server.rights.set('leaver', [])
    writer.send(syncFrame(2, updateWith('geheim')))
    expect(await leaver.closed()).toBe(4205)
    expect(leaver.got.length).toBe(before)
  })

  test('[OD1] a seat that may not read is refused; a revocation without a conference throws', async () => {
    const server = await serve()
    server.rights.set('nobody', [])
    const socket = await enter(server, 'nobody')
    expect(await socket.closed()).toBe(4403)
    expect(socket.got).toEqual([])
    expect(() => server.rooms.revoke('')).toThrow('conference')
  })

  test('[OD7] a revocation leaves other conferences alone', async () => {
    const server = await serve()
    const here = await enter(server, 'here', 'c1')
    const there = await enter(server, 'there', 'c2')
    await Promise.all([here.settled(), there.settled()])
    server.rights.set('here', [])
    server.rights.set('there', [])
    server.rooms.revoke('c1')
    expect(await here.closed()).toBe(4205)
    await there.settled()
    expect(there.closeCode).toBeNull()
  })
})
