import { describe, expect, it, vi } from 'vitest'
import { makeKnock, type SentKnock } from '../sealed/admission.ts'
import { DeviceCounters } from '../sealed/counters.ts'
import { parseDoorCard, parseTicket } from '../sealed/doorCard.ts'
import type { KnockFrame, SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { openCardWindow } from './doorWindow.ts'

const room = 'AAAAAAAAAAAAAAAAAAAAAA'

/** The part of a sealed document that the window uses, with the relay in between cut out. */
function insideDevice() {
  const listeners = new Set<(knock: KnockFrame) => void>()
  const answers: KnockFrame[] = []
  const waiting: (() => void)[] = []
  const key = secureRandom(32)
  const live = {
    getDetail: () => ({ room, epoch: 1, head: 0, warnings: {} }),
    makeAdmission: () => ({ key, epoch: 1, floor: new DeviceCounters() }),
    onKnock(fn: (knock: KnockFrame) => void) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    sendAdmit(answer: KnockFrame) {
      answers.push(answer)
      for (const done of waiting.splice(0)) done()
      return true
    },
  } as unknown as SealedDocument
  return {
    live,
    key,
    answers,
    knock: (frame: KnockFrame) => [...listeners].map((fn) => fn(frame)).length,
    answered: () => new Promise<void>((resolve) => waiting.push(resolve)),
  }
}

const cardOf = (url: string) => {
  const card = parseDoorCard(new URL(url).hash)
  if (card === undefined) throw new Error('no card in the address')
  return card
}

const knockOf = (
  url: string,
  device: 'phone' | 'board' = 'phone',
  name = 'tante Edith',
): Promise<SentKnock> =>
  makeKnock(room, cardOf(url), { name, participantId: 'p', seatId: `seat ${name}`, device }, secureRandom)

describe('the card', () => {
  it('[DR4] lets in who scanned it, with the key, and tells the name once', async () => {
    const device = insideDevice()
    const window = openCardWindow(device.live, 'https://kringplan.example')
    const sent = await knockOf(window.url())
    for (let time = 0; time < 2; time += 1) {
      const answered = device.answered()
      device.knock(sent)
      await answered
    }
    expect(device.answers).toHaveLength(2)
    expect(sent.openAnswer(device.answers[0]?.bytes ?? new Uint8Array())?.key).toEqual(device.key)
    expect(window.arrived()).toEqual(['tante Edith'])
    window.close()
  })

  it('[DR4] closed, it lets in nobody: nobody listens, and the secret in memory is gone', async () => {
    const device = insideDevice()
    const window = openCardWindow(device.live, 'https://kringplan.example')
    const sent = await knockOf(window.url())
    const before = cardOf(window.url())
    window.close()
    expect(device.knock(sent)).toBe(0)
    expect(device.answers).toEqual([])
    expect(before.secret.some((byte) => byte !== 0)).toBe(true)
    expect(cardOf(window.url()).secret.every((byte) => byte === 0)).toBe(true)
  })

  it('[JN7] a card that is shown for long always has a ticket that works, until it is closed', async () => {
    vi.useFakeTimers()
    let asked = 0
    const fetchTicket = async () => `${++asked}`.padStart(22, 'A')
    const window = openCardWindow(insideDevice().live, 'https://kringplan.example', fetchTicket)
    await vi.advanceTimersByTimeAsync(14 * 60_000)
    const { hash } = new URL(window.url())
    expect(parseTicket(hash)).toBe('AAAAAAAAAAAAAAAAAAAAA2')
    window.close()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(asked).toBe(2)
    vi.useRealTimers()
  })

  it('[DR4] what another card or a board sends is not answered, while a phone with this card is', async () => {
    const device = insideDevice()
    const window = openCardWindow(device.live, 'https://kringplan.example')
    const other = openCardWindow(insideDevice().live, 'https://kringplan.example')
    device.knock(await knockOf(other.url()))
    device.knock(await knockOf(window.url(), 'board'))
    device.knock({ knockId: new Uint8Array(16), bytes: new Uint8Array(0) })
    const answered = device.answered()
    device.knock(await knockOf(window.url(), 'phone', 'oom Herman'))
    await answered
    expect(device.answers).toHaveLength(1)
    expect(window.arrived()).toEqual(['oom Herman'])
    window.close()
    other.close()
  })
})
