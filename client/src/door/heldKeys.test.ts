import type { OpenView } from '@kringplan/shared/contract/seatView'
import { describe, expect, it } from 'vitest'
import { makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { factsOf } from './closeDoor.ts'
import { dropKey, endCeremony, heldKey, holdKey } from './heldKeys.ts'

describe('the keys of a page', () => {
  it('[DR5] are each for one seat and one room', () => {
    const secret = makeRoom(secureRandom)
    holdKey('a', { secret })
    expect(heldKey('a', secret.room)?.secret).toBe(secret)
    expect(heldKey('b', secret.room)).toBeUndefined()
    expect(heldKey('a', 'elsewhere')).toBeUndefined()
  })

  it('[DR5] are overwritten when nobody on the page holds them any more', () => {
    const secret = makeRoom(secureRandom)
    holdKey('a', { secret })
    holdKey('b', { secret })
    dropKey('a', secret.room)
    expect(secret.key.some((byte) => byte !== 0)).toBe(true)
    dropKey('b', secret.room)
    expect(secret.key.every((byte) => byte === 0)).toBe(true)
  })

  it('[DR5] the closing is shown once', () => {
    const secret = makeRoom(secureRandom)
    holdKey('a', { secret, justClosed: true })
    endCeremony('a', secret.room)
    expect(heldKey('a', secret.room)).toEqual({ secret, justClosed: false })
  })
})

describe('what is carried inside', () => {
  it('[DR6] the circle, who can be asked for something in the plan, the question and the points; not who coordinates', () => {
    const person = (id: string, role: 'member' | 'professional' | 'coordinator') => ({
      id,
      name: `naam ${id}`,
      role,
      mainPerson: false,
      picture: null,
      colour: null,
      language: 'nl' as const,
      here: true,
    })
    const view = {
      circle: 'De kring van Johan',
      question: 'Waar kan Johan wonen?',
      people: [person('edith', 'member'), person('sanne', 'professional'), person('fatma', 'coordinator')],
      points: [{ id: 'p', personId: 'sanne', by: 'Sanne', kind: 'worry', text: 'Een zorg.' }],
    } as unknown as OpenView
    const facts = factsOf(view)
    expect(facts.people.map(({ id }) => id)).toEqual(['edith', 'sanne'])
    expect(facts.points).toEqual([{ id: 'p', by: 'Sanne', kind: 'worry', text: 'Een zorg.' }])
    expect(Object.keys(facts.people[0] ?? {}).sort()).toEqual(
      ['colour', 'id', 'mainPerson', 'name', 'picture', 'role'].sort(),
    )
  })

  it('[GO1] a next key takes the place of the one before, which is not forgotten until the room is', () => {
    const secret = (epoch: number) => ({ room: 'r', epoch, key: new Uint8Array(32).fill(epoch) })
    const [first, second, third] = [secret(1), secret(2), secret(3)]
    for (const one of [first, second]) holdKey('s-next', { secret: one })
    holdKey('s-next', { secret: second, justClosed: false })
    holdKey('s-next', { secret: third })
    expect(heldKey('s-next', 'r')?.before?.map(({ epoch }) => epoch)).toEqual([2, 1])
    dropKey('s-next', 'r')
    expect([first, second, third].map(({ key }) => key[0])).toEqual([0, 0, 0])
  })
})
