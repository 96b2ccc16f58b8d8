import type { SeatView } from '@kringplan/shared/contract/seatView'
import { describe, expect, it } from 'vitest'
import { SeatConnection, type SocketEars } from './seatConnection.ts'

const ended: SeatView = { kind: 'ended', schemaVersion: 1, circle: 'x' }
const waiting = (name: string): SeatView => ({
  kind: 'waiting',
  schemaVersion: 1,
  circle: 'De kring van Johan',
  practice: true,
  ready: false,
  self: { seat: 's', role: 'member', personId: null, name, language: 'nl' },
})
const frame = (view: SeatView) => JSON.stringify({ type: 'view', rev: 1, view })

function rig(answer: SeatView | 'refused' | 'offline' = 'offline') {
  const sockets: (SocketEars & { closed: boolean })[] = []
  const waits: { run: () => void; ms: number }[] = []
  const asked = { times: 0, answer }
  const connection = new SeatConnection({
    open: (ears) => {
      const socket = { ...ears, closed: false }
      sockets.push(socket)
      return { close: () => (socket.closed = true) }
    },
    ask: async () => {
      asked.times += 1
      return asked.answer
    },
    later: (run, ms) => {
      const wait = { run, ms }
      waits.push(wait)
      return () => void waits.splice(waits.indexOf(wait), 1)
    },
    random: () => 0,
  })
  const stop = connection.start()
  const settle = () => new Promise((done) => setImmediate(done))
  return { connection, sockets, waits, asked, stop, settle }
}

describe('seatConnection', () => {
  it('[SH4] shows the last view, and the same state while nothing changes', () => {
    const { connection, sockets } = rig()
    let told = 0
    connection.subscribe(() => (told += 1))
    sockets[0]?.onData(frame(waiting('opa')))
    const state = connection.getState()
    expect(state).toEqual({ view: waiting('opa'), link: 'live' })
    sockets[0]?.onData(frame(waiting('opa')))
    expect(connection.getState()).toBe(state)
    expect(told).toBe(1)
  })

  it('[SH4] a lost connection keeps the view, says offline and comes back after a growing wait', async () => {
    const { connection, sockets, waits, settle } = rig()
    sockets[0]?.onData(frame(waiting('opa')))
    sockets[0]?.onClose(1006)
    await settle()
    expect(connection.getState()).toEqual({ view: waiting('opa'), link: 'offline' })
    const first = waits.shift()
    first?.run()
    sockets[1]?.onClose(1006)
    await settle()
    expect(waits[0]?.ms).toBe((first?.ms ?? 0) * 2)
    waits.shift()?.run()
    sockets[2]?.onData(frame(waiting('opa')))
    expect(connection.getState().link).toBe('live')
  })

  it('[SH4] a refused seat keeps nothing on the screen and is not tried again', async () => {
    const { connection, sockets, waits, settle } = rig('refused')
    sockets[0]?.onData(frame(waiting('opa')))
    sockets[0]?.onClose(4403)
    await settle()
    expect(connection.getState()).toEqual({ view: null, link: 'refused' })
    expect(waits).toHaveLength(0)
    connection.wake()
    expect(sockets).toHaveLength(1)
  })

  it('[SH4] an end is shown and not tried again', async () => {
    const { connection, sockets, waits, settle } = rig(ended)
    sockets[0]?.onClose(4403)
    await settle()
    expect(connection.getState().view).toEqual(ended)
    expect(waits).toHaveLength(0)
  })

  it('[SH4] waking drops a socket that may be dead and opens another at once', () => {
    const { connection, sockets } = rig()
    sockets[0]?.onData(frame(waiting('opa')))
    connection.wake()
    expect(sockets[0]?.closed).toBe(true)
    expect(sockets).toHaveLength(2)
    sockets[0]?.onData(frame(waiting('oma')))
    expect(connection.getState().view).toEqual(waiting('opa'))
  })

  it('[SH4] after the end of the screen nothing is opened or told', async () => {
    const { connection, sockets, waits, stop, settle } = rig()
    let told = 0
    connection.subscribe(() => (told += 1))
    stop()
    sockets[0]?.onData(frame(waiting('opa')))
    sockets[0]?.onClose(1006)
    await settle()
    expect([told, sockets.length, waits.length]).toEqual([0, 1, 0])
  })

  it('[SH4] a frame that is no view changes nothing', () => {
    const { connection, sockets } = rig()
    for (const odd of ['', '{', 'null', '{"type":"view"}', '{"type":"other","view":{}}', 7]) {
      sockets[0]?.onData(odd)
    }
    expect(connection.getState()).toEqual({ view: null, link: 'connecting' })
  })
})
