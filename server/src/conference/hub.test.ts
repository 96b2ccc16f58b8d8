import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done, refused } from '../http/answer.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import type { Hub } from './hub.ts'

let test: TestApp
let circle: Circle
let hub: Hub
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'information')
  hub = test.app.services.hub
})
afterEach(() => test.stop())

const place = async () => (await hub.snapshot(circle.id))?.conference.place
const setPlace = (to: string) =>
  hub.change(circle.id, async (tx) => {
    await tx.updateTable('conferences').set({ place: to }).where('id', '=', circle.id).execute()
    return done
  })

describe('a change', () => {
  it('runs alone: each sees what the one before it left', async () => {
    await setPlace('')
    const append = (sign: string) =>
      hub.change(circle.id, async (tx, snapshot) => {
        const next = snapshot.conference.place + sign
        await tx.updateTable('conferences').set({ place: next }).where('id', '=', circle.id).execute()
        return done
      })
    await Promise.all(['a', 'b', 'c', 'd'].map(append))
    expect(await place()).toBe('abcd')
  })

  it('that is refused, or throws, leaves nothing behind and does not block the next', async () => {
    await setPlace('before')
    const refusing = hub.change(circle.id, async (tx) => {
      await tx.updateTable('conferences').set({ place: 'refused' }).execute()
      return refused
    })
    const throwing = hub.change(circle.id, async (tx) => {
      await tx.updateTable('conferences').set({ place: 'thrown' }).execute()
      throw new Error('broken')
    })
    const good = hub.change(circle.id, async (_tx, snapshot) => {
      expect(snapshot.conference.place).toBe('before')
      return done
    })
    expect(await refusing).toEqual(refused)
    await expect(throwing).rejects.toThrow('broken')
    expect(await good).toEqual(done)
    const row = await test.app.services.db.selectFrom('conferences').select('place').executeTakeFirst()
    expect([row?.place, await place()]).toEqual(['before', 'before'])
  })

  it('[PH4] is committed when the listeners hear of it, and answered after them', async () => {
    const heard: string[] = []
    hub.onChange(async (id) => {
      heard.push(`${id === circle.id} ${await place()}`)
    })
    await setPlace('after').then(() => heard.push('answered'))
    expect(heard).toEqual(['true after', 'answered'])
  })

  it('[PH4] that was committed is answered so and told to every listener, also when one of them fails', async () => {
    const heard: string[] = []
    hub.onChange(() => {
      throw new Error('a broken listener')
    })
    hub.onChange(() => void heard.push('told'))
    // A device that closes the door throws its new key away when it is told that the closing failed.
    expect(await setPlace('after')).toEqual(done)
    expect(heard).toEqual(['told'])
    expect(test.logged()).toContain('not everybody was told of a change')
  })

  it('asks the policy again when its turn comes', async () => {
    const { coordinator } = circle
    let arrived: () => void = () => undefined
    const editArrived = new Promise<void>((resolve) => {
      arrived = resolve
    })
    // The edit is judged while the coordinator may still edit; before its turn comes she goes outside.
    const ask = hub.ask.bind(hub)
    hub.ask = (seat, action) => {
      if (action === 'conference.edit') arrived()
      return ask(seat, action)
    }
    const leaving = hub.change(circle.id, async (tx) => {
      await editArrived
      await tx.updateTable('seats').set({ standing: 'outside' }).where('id', '=', coordinator.seat).execute()
      return done
    })
    const edited = await coordinator.browser.raw(
      'editConference',
      { seat: coordinator.seat },
      { place: 'late' },
    )
    expect(await leaving).toEqual(done)
    expect(edited.text).toBe('{"refusal":"refused"}')
    expect(await place()).toBe('Het Anker')
  })
})

describe('asking', () => {
  it('[PO3] answers no for a seat that is not there', () => {
    expect(hub.ask('nobody', 'view.read')).toBe(false)
    expect(hub.ask(circle.member.seat, 'view.read')).toBe(true)
  })
})
