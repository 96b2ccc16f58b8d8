import { afterEach, expect, test } from 'vitest'
import { enter, stored, syncFrame, told, updateWith } from './openClient.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

/* Rights that went without anybody sweeping the sockets: each frame that comes in is judged by itself. */

test('[OD1] [OD7] a frame of a seat that may no more read is not taken, also when it could still write', async () => {
  const server = await serve()
  const leaver = await enter(server, 'leaver')
  const stayer = await enter(server, 'stayer')
  leaver.send(syncFrame(2, updateWith('op tijd')))
  await stayer.find(told('update'))
  server.rights.set('leaver', ['plan.write'])
  const before = stayer.got.length
  leaver.send(syncFrame(2, updateWith('te laat')))
  expect(await leaver.closed()).toBe(4205)
  await stayer.settled()
  expect(stayer.got.length).toBe(before)
  expect(await stored(server)).toBe('op tijd')
})

test('[SR2] a frame of a device that was inside and may no more is not taken, not stored and not told', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  const leaver = await goInside(server, 'leaver', where)
  const stayer = await goInside(server, 'stayer', where)
  tell(leaver, { type: 'append', cid: 1, blob: makeBlob() })
  await stayer.find(heard('entry'))
  server.rights.set('leaver', [])
  tell(leaver, { type: 'append', cid: 2, blob: makeBlob() })
  tell(leaver, { type: 'ephemeral', blob: makeBlob(64, 'awareness') })
  expect(await leaver.closed()).toBe(4205)
  tell(stayer, { type: 'append', cid: 1, blob: makeBlob() })
  expect((await stayer.find(heard('ack'))).seq).toBe(2)
  expect([allHeard(stayer, 'entry').length, allHeard(stayer, 'ephemeral').length]).toEqual([1, 0])
})

test('[OD7] [SR2] a sweep closes the sockets that say and hear nothing, of both kinds, and no others', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  const [reader, other] = [await enter(server, 'leaver'), await enter(server, 'stayer')]
  const [device, stayer] = [await goInside(server, 'leaver', where), await goInside(server, 'stayer', where)]
  server.rights.set('leaver', [])
  server.rooms.revoke('c1')
  expect([await reader.closed(), await device.closed()]).toEqual([4205, 4205])
  await Promise.all([other.settled(), stayer.settled()])
  expect([other.closeCode, stayer.closeCode]).toEqual([null, null])
})
