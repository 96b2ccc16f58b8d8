import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { expect, test } from '@playwright/test'
import { johan } from '../fixtures/johan.ts'
import { enterRoom, newRawRoom, randomBlob, serverFrames } from '../fixtures/rawCircle.ts'
import { makeConference, pairRawBoard, readOpenView } from '../fixtures/rawConference.ts'
import { RawBrowser, type RawSocket } from '../fixtures/rawSeat.ts'
import { repeatableRandom } from '../fixtures/repeatableRandom.ts'
import { startServer } from '../fixtures/server.ts'
import { TestClock } from '../fixtures/testClock.ts'
import { Transcript } from '../fixtures/transcript.ts'
import { untilTrue } from '../fixtures/untilTrue.ts'

const outsiders = ['coordinator', 'professional', 'memberOutside', 'coordinatorWithLink'] as const
type Outsider = (typeof outsiders)[number]

interface Run {
  readonly transcripts: Readonly<Record<Outsider, readonly string[]>>
  /** Bytes that the sockets to a document gave each outsider. */
  readonly documentBytes: Readonly<Record<Outsider, number>>
  /** Entries that the circle stored meanwhile. */
  readonly stored: number
}

/**
 * One afternoon behind a closed door, on a clock that the test moves. The outsiders do the same things at the same
 * moments in every run; only what the circle does inside differs.
 */
async function afternoon(circle: 'silent' | 'busy' | 'leaky'): Promise<Run> {
  const clock = new TestClock('2026-07-03T12:00:00.000Z')
  const origin = 'http://kring.test'
  const server = await startServer({ clock, random: repeatableRandom('server'), url: origin })
  const address = server.url
  const own = repeatableRandom('circle')
  const browser = () => new RawBrowser(address, origin)
  const open: RawSocket[] = []
  try {
    const coordinator = browser()
    const conference = await makeConference(coordinator, await server.signInLink(), johan)
    const edith = browser()
    const edithSeat = await edith.join(conference.link('tante Edith'))
    const herman = browser()
    const hermanSeat = await herman.join(conference.link('oom Herman'))
    const memberOutside = browser()
    const memberSeat = await memberOutside.join(conference.link('Ria'))
    const professional = browser()
    const professionalSeat = await professional.join(conference.link(johan.professional))
    const board = browser()
    const boardSeat = await pairRawBoard(board, edith, edithSeat)
    const { revision } = await readOpenView(coordinator, conference.coordinatorSeat)
    ;(await coordinator.call('begin', { seat: conference.coordinatorSeat }, { revision })).value()

    const room = newRawRoom(own)
    ;(
      await board.call(
        'closeDoor',
        { seat: boardSeat },
        {
          revision: revision + 1,
          room: room.room,
          doorTokenHash: room.doorTokenHash,
          schemaVersion: SCHEMA_VERSION,
        },
      )
    ).value()

    // From here on everything that an outsider gets is written down.
    const script = outsiders.map((name) => ({
      name,
      transcript: new Transcript(() => clock.now()),
      documents: 0,
    }))
    const transcriptOf = (name: Outsider) => script.find((one) => one.name === name)!.transcript
    const linked = browser()
    const seats: Record<Outsider, { browser: RawBrowser; seat: string }> = {
      coordinator: { browser: coordinator, seat: conference.coordinatorSeat },
      professional: { browser: professional, seat: professionalSeat },
      memberOutside: { browser: memberOutside, seat: memberSeat },
      coordinatorWithLink: { browser: linked, seat: '' },
    }
    const listen = (name: Outsider, label: string, socket: RawSocket) => {
      open.push(socket)
      transcriptOf(name).listen(label, socket)
      return socket
    }
    const documents: { name: Outsider; socket: RawSocket }[] = []
    const tryDocuments = async (name: Outsider) => {
      const { browser: who, seat } = seats[name]
      const plan = listen(name, 'plan', who.plan(seat))
      const sealed = listen(name, 'sealed', who.sealed(seat, room.room))
      documents.push({ name, socket: plan }, { name, socket: sealed })
      await Promise.all([plan.settled(), sealed.settled()])
      return sealed
    }
    const settle = () => Promise.all(open.map((socket) => socket.settled()))

    for (const name of ['coordinator', 'professional', 'memberOutside'] as const) {
      const { browser: who, seat } = seats[name]
      await listen(name, 'live', who.live(seat)).settled()
    }
    for (const name of ['coordinator', 'professional', 'memberOutside'] as const) await tryDocuments(name)

    const inside: RawSocket[] = []
    if (circle !== 'silent') {
      inside.push(await enterRoom(board, boardSeat, room), await enterRoom(edith, edithSeat, room))
      open.push(...inside)
    }
    let stored = 0
    /** What the circle does in the minute that begins now. */
    const liveInside = async (minute: number) => {
      const [first, second] = inside
      if (first === undefined || second === undefined) return
      const before = serverFrames(first).filter(({ type }) => type === 'ack').length
      const count = 1 + (minute % 4)
      for (let i = 0; i < count; i += 1) {
        stored += 1
        first.send(
          encodeClientFrame({ type: 'append', cid: stored, blob: randomBlob('update', 30 * stored, own) }),
        )
        second.send(encodeClientFrame({ type: 'ephemeral', blob: randomBlob('awareness', 40, own) }))
      }
      if (minute === 3) {
        const half = { room: room.room, device: Buffer.from(own(16)).toString('base64url') }
        ;(await edith.call('keyHalf', { seat: edithSeat }, half)).value()
        ;(
          await board.call(
            'storePaper',
            { seat: boardSeat },
            {
              room: room.room,
              doorToken: Buffer.from(room.doorToken).toString('base64url'),
              paperTokenHash: Buffer.from(own(32)).toString('base64url'),
              wrap: Buffer.from(own(80)).toString('base64url'),
            },
          )
        ).value()
      }
      if (minute === 5) inside.push(await enterRoom(herman, hermanSeat, room))
      if (minute === 6) {
        const frame = {
          type: 'snapshot',
          baseSeq: 0,
          coversSeq: 5,
          blob: randomBlob('snapshot', 3000, own),
        } as const
        first.send(encodeClientFrame(frame))
      }
      if (minute === 8) second.close()
      await untilTrue('everything written inside is stored', () => {
        const acks = serverFrames(first).filter(({ type }) => type === 'ack').length
        return acks === before + count
      })
      // A control that this comparison can fail: something of the inside crosses.
      if (circle === 'leaky' && minute === 4)
        await edith.call('call', { seat: edithSeat }, { reason: 'talk' })
    }

    for (let minute = 0; minute < 12; minute += 1) {
      await liveInside(minute)
      await settle()
      for (const name of ['coordinator', 'professional', 'memberOutside'] as const) {
        const { browser: who, seat } = seats[name]
        transcriptOf(name).answer('view', await who.call('view', { seat }, {}))
      }
      if (minute === 2) {
        // A second tab, and knocking on things that are not theirs.
        for (const name of ['coordinator', 'professional', 'memberOutside'] as const) {
          const { browser: who, seat } = seats[name]
          await listen(name, 'second tab', who.live(seat)).settled()
          const asked = { room: room.room, device: Buffer.alloc(16, 1).toString('base64url') }
          if (name !== 'memberOutside')
            transcriptOf(name).answer('half', await who.call('keyHalf', { seat }, asked))
          const paper = { room: room.room, paperToken: Buffer.alloc(32, 2).toString('base64url') }
          transcriptOf(name).answer('paper', await who.call('fetchPaper', { seat }, paper))
          transcriptOf(name).answer('links', await who.call('links', { seat }, {}))
        }
      }
      if (minute === 4) {
        const { browser: who, seat } = seats.memberOutside
        const sealed = listen('memberOutside', 'sealed again', who.sealed(seat, room.room))
        documents.push({ name: 'memberOutside', socket: sealed })
        sealed.send(
          encodeClientFrame({
            type: 'knock',
            knockId: new Uint8Array(16).fill(7),
            bytes: new Uint8Array(200),
          }),
        )
        sealed.send(
          encodeClientFrame({ type: 'ephemeral', blob: randomBlob('awareness', 40, repeatableRandom('x')) }),
        )
        await sealed.settled()
      }
      if (minute === 5) {
        const token = new URL(conference.link('neef Daan')).hash.slice(1)
        const peek = transcriptOf('coordinatorWithLink')
        peek.answer('peek', await linked.call('peekCard', {}, { token }))
        const joined = await linked.call('joinByCard', {}, { token, language: 'nl' })
        const { seat } = joined.value()
        seats.coordinatorWithLink.seat = seat
        peek.rename(seat, 'seat')
        for (const value of linked.cookies.values()) peek.rename(value, 'secret')
        peek.answer('join', joined)
        await listen('coordinatorWithLink', 'live', linked.live(seat)).settled()
        await tryDocuments('coordinatorWithLink')
        const code = await linked.call('peekCode', {}, { code: 'KAFT-4736' })
        peek.answer('code', code)
      }
      if (minute === 9) {
        const { browser: who, seat } = seats.memberOutside
        const guess = listen('memberOutside', 'wrong token', who.sealed(seat, room.room))
        const hello = { type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(32) } as const
        guess.send(encodeClientFrame(hello))
        await guess.untilEnded()
      }
      // In steps shorter than the server's patience with a silent socket, so that signs of life go both ways.
      for (let quarter = 0; quarter < 4; quarter += 1) {
        await settle()
        clock.advance(15_000)
      }
      await settle()
    }
    for (const { name, socket } of documents) {
      script.find((one) => one.name === name)!.documents += socket.frames.reduce(
        (sum, frame) => sum + frame.length,
        0,
      )
    }
    const collect = <T>(pick: (one: (typeof script)[number]) => T) =>
      Object.fromEntries(script.map((one) => [one.name, pick(one)])) as Record<Outsider, T>
    return {
      transcripts: collect((one) => one.transcript.read()),
      documentBytes: collect((one) => one.documents),
      stored,
    }
  } finally {
    for (const socket of open) socket.close()
    await server.close()
  }
}

test.describe('@door non-interference', () => {
  test('[NI1] @door a silent and a busy circle look the same from outside: bytes, frames, times', async () => {
    const silent = await afternoon('silent')
    const busy = await afternoon('busy')
    expect(busy.stored).toBeGreaterThan(20)
    for (const name of outsiders) {
      expect(silent.transcripts[name].length, name).toBeGreaterThan(10)
      expect(busy.transcripts[name], name).toEqual(silent.transcripts[name])
    }
  })

  test('[NI1] @door the comparison sees what does cross: a call, and only to those it is for', async () => {
    const silent = await afternoon('silent')
    const leaky = await afternoon('leaky')
    expect(leaky.transcripts.coordinator).not.toEqual(silent.transcripts.coordinator)
  })

  test('[SR2] @door sockets to a document give an outsider no byte of it', async () => {
    const busy = await afternoon('busy')
    // A frame of its own doing answered with a refusal is all that a member outside may get.
    const rejection = 3
    expect(busy.documentBytes.coordinator).toBe(0)
    expect(busy.documentBytes.professional).toBe(0)
    expect(busy.documentBytes.coordinatorWithLink).toBe(0)
    expect(busy.documentBytes.memberOutside).toBeLessThanOrEqual(rejection)
  })
})
