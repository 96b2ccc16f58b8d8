import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayWords } from '../door/spokenWords.ts'
import { DeviceCounters } from './counters.ts'
import { seededBytes, seededChance } from './fakeWorld.testkit.ts'
import { makeKeyPair } from './hpke.ts'
import { makeWelcome, makeWordsKnock, type Welcome, type WordsKnock } from './words.ts'
import { decodeFromDoor, decodeFromInside, encodeFromDoor, encodeFromInside } from './wordsMessages.ts'

const random = seededBytes(seededChance(61))
const who = { name: 'neef Daan', participantId: 'daan', seatId: 'seat-daan' }
const admission = () => ({ key: random(32), epoch: 3, floor: new DeviceCounters() })
const knock = (room = 'room') => makeWordsKnock(room, who, random)
const welcome = (room = 'room') => makeWelcome(room, 'nl', random)

/** Everything up to the words, over an honest relay. */
async function talk(door: WordsKnock, inside: Welcome): Promise<void> {
  await door.receive(inside.commit())
  await door.receive(inside.receive(door.bytes()) ?? new Uint8Array())
}
const numbersOf = (door: WordsKnock) => {
  const step = door.step()
  return step.at === 'words' ? step.numbers : undefined
}

describe('coming in by words', () => {
  test('[WD1] both see the same four words, and the key comes with the yes', async () => {
    const [door, inside] = [knock(), welcome()]
    expect(decodeFromDoor(door.bytes())).toEqual({ type: 'ask', who })
    await talk(door, inside)
    expect(numbersOf(door)).toHaveLength(4)
    expect(numbersOf(door)).toEqual(inside.numbers())
    const given = admission()
    await door.receive((await inside.admit(given)) ?? new Uint8Array())
    const step = door.step()
    expect(step.at === 'admitted' ? step.admission : undefined).toMatchObject({ key: given.key, epoch: 3 })
  })

  test('[WD1] nothing that goes over the relay holds the key', async () => {
    const [door, inside] = [knock(), welcome()]
    const given = admission()
    const sent: Uint8Array[] = [inside.commit()]
    await door.receive(inside.commit())
    sent.push(door.bytes())
    const reveal = inside.receive(door.bytes()) ?? new Uint8Array()
    await door.receive(reveal)
    sent.push(reveal, door.bytes(), (await inside.admit(given)) ?? new Uint8Array())
    const key = Buffer.from(given.key)
    expect(sent.some((bytes) => Buffer.from(bytes).includes(key))).toBe(false)
    expect(Math.max(...sent.map((bytes) => bytes.length))).toBeLessThan(1024)
  })

  test('[WD2] a relay that puts itself between them makes other words', async () => {
    let same = 0
    for (let i = 0; i < 50; i++) {
      const [door, inside] = [knock(), welcome()]
      // Its own two ends: a false inside for the door, a false door for the inside.
      const [falseInside, falseDoor] = [welcome(), knock()]
      await talk(door, falseInside)
      await talk(falseDoor, inside)
      if (JSON.stringify(numbersOf(door)) === JSON.stringify(inside.numbers())) same++
    }
    expect(same).toBe(0)
  })

  test('[WD2] the inside cannot choose its number after it has seen the key of the door, nor the door its key after the number', async () => {
    const [door, inside, other] = [knock(), welcome(), welcome()]
    await door.receive(inside.commit())
    // Another number than was committed to.
    const forged = other.receive(
      encodeFromDoor({ type: 'key', commit: readCommit(other), publicKey: readKey(door) }),
    )
    expect(await door.receive(forged ?? new Uint8Array())).toBe(false)
    expect(await door.receive(other.commit())).toBe(false)
    // A second key for the same commitment, when the number is known.
    expect(inside.receive(door.bytes())).toBeDefined()
    const second = encodeFromDoor({
      type: 'key',
      commit: readCommit(inside),
      publicKey: makeKeyPair(random).publicKey,
    })
    expect(inside.receive(second)).toBeUndefined()
    // Positive control: the same key again, after a lost connection, gets the same answer.
    expect(inside.receive(door.bytes())).toBeDefined()
  })

  test('[WD3] a key from anybody but who showed these words is not taken', async () => {
    const [door, inside, stranger] = [knock(), welcome(), welcome()]
    await talk(door, inside)
    stranger.receive(
      encodeFromDoor({ type: 'key', commit: readCommit(stranger), publicKey: readKey(knock()) }),
    )
    const before = door.step()
    for (const bytes of [await stranger.admit(admission()), new Uint8Array(0), random(300)]) {
      expect(await door.receive(bytes ?? new Uint8Array())).toBe(false)
    }
    const elsewhere = makeWordsKnock('elsewhere', who, random)
    const alike = welcome('elsewhere')
    await talk(elsewhere, alike)
    expect(await door.receive((await alike.admit(admission())) ?? new Uint8Array())).toBe(false)
    expect(door.step()).toEqual(before)
    expect(await door.receive((await inside.admit(admission())) ?? new Uint8Array())).toBe(true)
  })

  test('[WD4] of two devices inside that open at once the door goes on with one, and the other hears it', async () => {
    const [door, one, two] = [knock(), welcome(), welcome()]
    await door.receive(one.commit())
    await door.receive(two.commit())
    const reveal = one.receive(door.bytes())
    expect(two.receive(door.bytes())).toBeUndefined()
    expect([one.isElsewhere(), two.isElsewhere()]).toEqual([false, true])
    await door.receive(reveal ?? new Uint8Array())
    expect(numbersOf(door)).toEqual(one.numbers())
    expect(await two.admit(admission())).toBeUndefined()
  })

  test('[AD3] no bytes make reading throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const marked = Uint8Array.of(7, ...Buffer.from('woorden'), ...bytes)
        for (const any of [bytes, marked]) {
          expect(['ask', 'key', 'wait', undefined]).toContain(decodeFromDoor(any)?.type)
          expect(['commit', 'reveal', 'admit', undefined]).toContain(decodeFromInside(any)?.type)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('[WD5] every number is a word of its own in both languages', () => {
    for (const locale of ['nl', 'en']) {
      const words = sayWords(
        Array.from({ length: 256 }, (_, number) => number),
        locale,
      )
      expect(new Set(words).size).toBe(256)
      expect(words.every((word) => /^[a-z]{2,9}$/.test(word))).toBe(true)
    }
  })
})

function readCommit(inside: Welcome): Uint8Array {
  const message = decodeFromInside(inside.commit())
  return message?.type === 'commit' ? message.commit : new Uint8Array()
}

function readKey(door: WordsKnock): Uint8Array {
  const message = decodeFromDoor(door.bytes())
  return message?.type === 'key' ? message.publicKey : makeKeyPair(random).publicKey
}

test('[WD1] messages are read back as they were written', () => {
  const [a, b] = [random(32), random(32)]
  for (const message of [
    { type: 'ask', who },
    { type: 'ask', who: { ...who, participantId: null } },
    { type: 'key', commit: a, publicKey: b },
    { type: 'wait', commit: a },
  ] as const)
    expect(decodeFromDoor(encodeFromDoor(message))).toEqual(message)
  for (const message of [
    { type: 'commit', commit: a },
    { type: 'reveal', publicKey: a, number: b, locale: 'nl' },
    { type: 'admit', enc: a, ciphertext: b },
  ] as const)
    expect(decodeFromInside(encodeFromInside(message))).toEqual(message)
})
