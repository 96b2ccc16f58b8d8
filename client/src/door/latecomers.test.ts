import { describe, expect, it } from 'vitest'
import { DeviceCounters } from '../sealed/counters.ts'
import type { KnockFrame } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { makeWordsKnock } from '../sealed/words.ts'
import { createLatecomers } from './latecomers.ts'

/** Devices inside and phones at the door around one relay that passes everything on. */
function makeDoor() {
  const inside: ((knock: KnockFrame) => void)[] = []
  let isUp = true
  let drops = 0
  const answers: ((frame: KnockFrame) => void)[] = []
  let now = 0
  const timers: { at: number; fn: () => void }[] = []
  const time = {
    now: () => now,
    later: (fn: () => void, ms: number) => void timers.push({ at: now + ms, fn }),
  }
  const pass = (ms: number) => {
    const end = now + ms
    for (let due = timers.find(({ at }) => at <= end); due; due = timers.find(({ at }) => at <= end)) {
      timers.splice(timers.indexOf(due), 1)
      now = due.at
      due.fn()
    }
    now = end
  }
  const device = () =>
    createLatecomers(
      {
        onKnock: (fn) => {
          inside.push(fn)
          return () => {}
        },
        sendAdmit: (frame) => {
          if (isUp && drops-- <= 0) for (const hear of answers) hear(frame)
          return isUp
        },
        makeAdmission: () => ({ key: new Uint8Array(32).fill(7), epoch: 2, floor: new DeviceCounters() }),
        getDetail: () => ({ room: 'room', epoch: 2, head: 0, warnings: {} as never }),
      },
      time,
    )
  const come = (name: string, seatId = name) => {
    const knock = makeWordsKnock('room', { name, participantId: null, seatId }, secureRandom)
    const say = () => inside.forEach((hear) => hear({ knockId: knock.knockId, bytes: knock.bytes() }))
    answers.push(({ knockId, bytes }) => {
      if (knockId !== knock.knockId) return
      const hear = async () => {
        if ((await knock.receive(bytes)) && knock.step().at !== 'admitted') say()
      }
      void hear()
    })
    say()
    return { knock, say }
  }
  return { device, come, pass, drop: (count: number) => (drops = count), cut: () => (isUp = false) }
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('who stands at the door', () => {
  it('[WD6] is seen by name on every device inside, and is let in by the one that compared the words', async () => {
    const { device, come } = makeDoor()
    const [board, phone] = [device(), device()]
    const { knock } = come('neef Daan')
    expect([board.now()[0]?.who.name, phone.now()[0]?.who.name]).toEqual(['neef Daan', 'neef Daan'])
    const [first] = phone.now()
    phone.talk(first?.id ?? '', 'nl')
    await settle()
    const step = knock.step()
    expect(step.at === 'words' ? step.numbers : undefined).toEqual(phone.now()[0]?.talk?.numbers)
    // The other device does not go on asking: somebody talks with him.
    expect(board.now()).toEqual([])
    expect(await phone.admit(first?.id ?? '')).toBe(true)
    await settle()
    expect(knock.step().at).toBe('admitted')
    expect(phone.now()).toEqual([])
  })

  it('[WD6] nobody comes in without a yes: not by knocking again, not after other words', async () => {
    const { device, come } = makeDoor()
    const phone = device()
    const { knock, say } = come('neef Daan')
    for (let i = 0; i < 5; i++) say()
    await settle()
    expect(knock.step().at).toBe('asking')
    expect(phone.now()).toHaveLength(1)
    const [first] = phone.now()
    expect(await phone.admit(first?.id ?? '')).toBe(false)
    phone.talk(first?.id ?? '', 'nl')
    await settle()
    phone.dismiss(first?.id ?? '')
    say()
    await settle()
    expect(phone.now()).toEqual([])
    expect(knock.step().at).toBe('words')
    expect(await phone.admit(first?.id ?? '')).toBe(false)
  })

  it('[WD6] one person stands there once; asking anew is seen anew; without a connection the yes is said to have failed', async () => {
    const { device, come, cut } = makeDoor()
    const phone = device()
    come('neef Daan', 'seat1')
    const { knock } = come('neef Daan', 'seat1')
    expect(phone.now()).toHaveLength(1)
    const [first] = phone.now()
    phone.talk(first?.id ?? '', 'nl')
    await settle()
    expect(knock.step().at).toBe('words')
    cut()
    expect(await phone.admit(first?.id ?? '')).toBe(false)
    expect(phone.now()).toHaveLength(1)
  })

  it('[WD6] who goes away stands there no more, and who says again and again that they do stays', async () => {
    const { device, come, pass } = makeDoor()
    const phone = device()
    const { say } = come('neef Daan')
    come('tante Fatima')
    for (let i = 0; i < 5; i++) {
      pass(20_000)
      say()
    }
    expect(phone.now().map(({ who }) => who.name)).toEqual(['neef Daan'])
    // A device that came inside later hears of them too.
    const board = device()
    say()
    expect(board.now().map(({ who }) => who.name)).toEqual(['neef Daan'])
    pass(200_000)
    expect(phone.now()).toEqual([])
  })

  it('[WD6] made-up names do not fill the screens inside', () => {
    const { device, come } = makeDoor()
    const phone = device()
    for (let i = 0; i < 200; i++) come(`naam ${i}`)
    expect(phone.now().length).toBeLessThanOrEqual(20)
  })

  it('[WD1] a yes that did not reach them is given once more when they say that they still stand there', async () => {
    const { device, come, drop } = makeDoor()
    const phone = device()
    const { knock, say } = come('neef Daan')
    const id = phone.now()[0]?.id ?? ''
    phone.talk(id, 'nl')
    await settle()
    drop(1)
    expect(await phone.admit(id)).toBe(true)
    await settle()
    expect(knock.step().at).toBe('words')
    say()
    await settle()
    expect(knock.step().at).toBe('admitted')
  })
})
