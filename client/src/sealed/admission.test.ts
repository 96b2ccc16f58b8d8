import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerBoard, type Knock, makeBoardCall, makeKnock, openDoorWindow } from './admission.ts'
import { type Admission, decodeAdmission } from './admissionPayload.ts'
import { DeviceCounters } from './counters.ts'
import { formatDoorUrl, parseDoorCard } from './doorCard.ts'
import { FakeWorld, seededBytes, seededChance } from './fakeWorld.testkit.ts'
import { holdKnock } from './knockSocket.ts'
import { MemoryRelay } from './memoryRelay.testkit.ts'
import { deriveDoorToken, makeRoom } from './roomKey.ts'

const random = seededBytes(seededChance(7))
const secret = makeRoom(random)
const oma: Knock = { name: 'Oma', participantId: 'p1', seatId: 's1', device: 'phone', devicePub: random(32) }

function admissionOf(): Admission {
  const floor = new DeviceCounters()
  for (let i = 0; i < 30; i++) floor.see(random(8), i + 1)
  return { key: secret.key, epoch: 1, floor }
}

describe('the door card', () => {
  test('[DC1] comes through the address that people scan, for every epoch', () => {
    for (const epoch of [1, 2, 40]) {
      const { card } = openDoorWindow({ ...secret, epoch }, random)
      const url = formatDoorUrl('https://kring.example', secret.room, card)
      expect(url).toMatch(/^https:\/\/kring\.example\/d\/[\w-]{22}#1\.[\w-]{43}\.[\w-]{43}(\.\d+)?$/)
      expect(parseDoorCard(new URL(url).hash)).toEqual(card)
    }
    const { card } = makeBoardCall(secret.room, random)
    expect(parseDoorCard(new URL(formatDoorUrl('https://kring.example', 'r', card)).hash)).toEqual(card)
  })

  test('[DC2] anything else is no card', () => {
    const good = '#1.' + 'A'.repeat(43) + '.' + 'A'.repeat(43)
    expect(parseDoorCard(good)).toBeDefined()
    const bad = [
      '',
      '#',
      '#2' + good.slice(2),
      good + '.1',
      good + '.01',
      good + '.2.3',
      good + 'A',
      good.slice(0, -1) + 'B',
      good.replace('A', '='),
      null,
      7,
    ]
    for (const text of bad) expect(parseDoorCard(text)).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => parseDoorCard(text) === undefined))
  })

  test('[I10] neither the card nor the address holds the room key', () => {
    const url = formatDoorUrl('https://x', secret.room, openDoorWindow(secret, random).card)
    expect(url).not.toContain(Buffer.from(secret.key).toString('base64url'))
  })
})

describe('coming in', () => {
  test('[AD1] who scanned the card knocks by name, and gets key, epoch and floor after a yes', async () => {
    const window = openDoorWindow(secret, random)
    const sent = await makeKnock(secret.room, window.card, oma, random)
    const read = await window.read(sent.bytes)
    expect(read?.knock).toEqual(oma)
    const answer = read?.admit(admissionOf())
    expect(answer?.length).toBeLessThanOrEqual(1024)
    const admission = sent.openAnswer(answer ?? new Uint8Array())
    expect(admission?.key).toEqual(secret.key)
    expect(admission?.epoch).toBe(1)
    expect(admissionOf().floor.holds(new DeviceCounters())).toBe(true)
  })

  test('[AD2] knocks of all names are equally long', async () => {
    const { card } = openDoorWindow(secret, random)
    const sizes = await Promise.all(
      ['A', 'Anna-Wilhelmina van der Zwaluwenhoek'].map(
        async (name) => (await makeKnock(secret.room, card, { ...oma, name }, random)).bytes.length,
      ),
    )
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toBeLessThanOrEqual(1024)
  })

  test('[I10] a closed window reads no knock and answers none that it had read', async () => {
    const window = openDoorWindow(secret, random)
    const sent = await makeKnock(secret.room, window.card, oma, random)
    const read = await window.read(sent.bytes)
    expect(read?.admit(admissionOf())).toBeDefined()
    const pending = window.read(sent.bytes)
    window.close()
    expect(await pending).toBeUndefined()
    expect(await window.read(sent.bytes)).toBeUndefined()
    expect(read?.admit(admissionOf())).toBeUndefined()
  })

  test('[I9] without the secret of the card nobody knocks, and nobody answers', async () => {
    const window = openDoorWindow(secret, random)
    const guessed = { ...window.card, secret: random(32) }
    const forged = await makeKnock(secret.room, guessed, oma, random)
    expect(await window.read(forged.bytes)).toBeUndefined()
    const honest = await makeKnock(secret.room, window.card, oma, random)
    expect(await window.read(honest.bytes)).toBeDefined()
    // A server that makes a window of its own cannot answer a knock made for the real card.
    const fake = openDoorWindow(secret, random)
    const own = await makeKnock(secret.room, fake.card, oma, random)
    const fakeAnswer = (await fake.read(own.bytes))?.admit(admissionOf())
    expect(own.openAnswer(fakeAnswer ?? new Uint8Array())).toBeDefined()
    expect(honest.openAnswer(fakeAnswer ?? new Uint8Array())).toBeUndefined()
  })

  test('[I9] a knock fits no other room, epoch or window', async () => {
    const window = openDoorWindow(secret, random)
    const elsewhere = await makeKnock('another-room', window.card, oma, random)
    expect(await window.read(elsewhere.bytes)).toBeUndefined()
    const later = await makeKnock(secret.room, { ...window.card, epoch: 2 }, oma, random)
    expect(await window.read(later.bytes)).toBeUndefined()
  })

  test('[I10] a recording of everything and a photo of the card open nothing afterwards', async () => {
    const window = openDoorWindow(secret, random)
    const photo = parseDoorCard(formatDoorUrl('https://x', 'r', window.card).split('#')[1])
    const sent = await makeKnock(secret.room, window.card, oma, random)
    const answer = (await window.read(sent.bytes))?.admit(admissionOf()) ?? new Uint8Array()
    window.close()
    expect(photo).toBeDefined()
    if (photo === undefined) return
    // What the photo allows: being a new joiner of a window that is gone, and playing the holder without the private key.
    const again = await makeKnock(secret.room, photo, oma, random)
    expect(await window.read(again.bytes)).toBeUndefined()
    expect(again.openAnswer(answer)).toBeUndefined()
    const impostor = openDoorWindow(secret, random)
    expect(await impostor.read(sent.bytes)).toBeUndefined()
    expect(Buffer.from(answer).includes(Buffer.from(secret.key))).toBe(false)
    // The one who knocked does open it.
    expect(sent.openAnswer(answer)?.key).toEqual(secret.key)
  })

  test('[AD3] no bytes make reading throw', async () => {
    const window = openDoorWindow(secret, random)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 700 }), async (any) => {
        expect(await window.read(any)).toBeUndefined()
        expect(decodeAdmission(any)?.epoch ?? 0).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a board that has forgotten', () => {
  test('[AD4] gets the key from the phone that scanned its card, once', async () => {
    const call = makeBoardCall(secret.room, random)
    const scanned = parseDoorCard(formatDoorUrl('https://x', 'r', call.card).split('#')[1])
    expect(scanned?.kind).toBe('board')
    if (scanned === undefined) return
    const sent = await answerBoard(secret.room, scanned, admissionOf())
    expect(sent.knockId).toEqual(call.knockId)
    expect(sent.bytes.length).toBeLessThanOrEqual(1024)
    expect((await call.openAnswer(sent.bytes))?.key).toEqual(secret.key)
    expect(await call.openAnswer(sent.bytes)).toBeUndefined()
  })

  test('[AD5] takes no key from who has not seen its card', async () => {
    const call = makeBoardCall(secret.room, random)
    const forged = await answerBoard(secret.room, { ...call.card, secret: random(32) }, admissionOf())
    expect(await call.openAnswer(forged.bytes)).toBeUndefined()
    const other = await answerBoard('another-room', call.card, admissionOf())
    expect(await call.openAnswer(other.bytes)).toBeUndefined()
  })
})

describe('over the relay', () => {
  test('[AD6] a knock is held over a lost connection, and only its own answer comes back', async () => {
    const world = new FakeWorld(3)
    const relay = new MemoryRelay(1, deriveDoorToken(secret), () => world.now)
    const answers: Uint8Array[] = []
    const states: string[] = []
    const knockId = random(16)
    const held = holdKnock(
      world.env(relay),
      'wss://x',
      { knockId, bytes: random(20) },
      { onAnswer: (bytes) => answers.push(bytes), onStatus: (status) => states.push(status) },
    )
    await world.run(500)
    relay.restart()
    await world.run(2000)
    expect(states).toEqual(['waiting', 'connecting', 'waiting'])
    expect(relay.received.map((frame) => frame.type)).toEqual(['knock', 'knock'])
    const inside = world
      .env(relay)
      .connect('wss://x', { onOpen: () => {}, onMessage: () => {}, onClose: () => {} })
    const { encodeClientFrame } = await import('@kringplan/shared/sealed/relayFrames')
    inside.send(
      encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: deriveDoorToken(secret) }),
    )
    inside.send(encodeClientFrame({ type: 'admit', knockId: random(16), bytes: Uint8Array.of(1) }))
    inside.send(encodeClientFrame({ type: 'admit', knockId, bytes: Uint8Array.of(2) }))
    await world.run(500)
    expect(answers).toEqual([Uint8Array.of(2)])
    held.stop()
  })
})
