import { sockets } from '@kringplan/shared/contract/routes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'together')
})
afterEach(() => test.stop())

describe('the live socket', () => {
  it('[VW2] sends a view when it differs from the last one, and never otherwise', async () => {
    const { member, coordinator } = circle
    const socket = await member.browser.live(member.seat)
    await socket.viewAt(1)
    const edit = (place: string) =>
      coordinator.browser.do('editConference', { seat: coordinator.seat }, { place })
    await edit('De Schakel')
    await edit('De Schakel')
    await coordinator.browser.do('links', { seat: coordinator.seat }, {})
    await edit('Buiten')
    expect(await socket.viewAt(3)).toMatchObject({ place: 'Buiten' })
    expect(socket.messages.map(({ rev, view }) => [rev, view.kind === 'open' && view.place])).toEqual([
      [1, 'Het Anker'],
      [2, 'De Schakel'],
      [3, 'Buiten'],
    ])
    expect(socket.messages[2]?.view).toEqual(await member.browser.view(member.seat))
    socket.ws.terminate()
  })

  it('[PH4] has sent the new view before the mover is answered', async () => {
    const { member, coordinator } = circle
    const socket = await member.browser.live(member.seat)
    await socket.viewAt(1)
    const answered = coordinator.browser.do('begin', { seat: coordinator.seat }, { revision: 0 })
    expect(await socket.viewAt(2)).toMatchObject({ phase: 'information', revision: 1 })
    await answered
    socket.ws.terminate()
  })

  it('tells a waiting device when it may come in, and a removed one that its seat has ended', async () => {
    const { pending, member } = circle
    const socket = await pending.browser.live(pending.seat)
    expect((await socket.viewAt(1)).kind).toBe('waiting')
    await member.browser.do('answerJoin', { seat: member.seat, id: pending.seat }, { answer: 'no' })
    expect((await socket.viewAt(2)).kind).toBe('ended')
    await socket.until(() => socket.closed !== undefined)
    expect(socket.closed).toBe(4403)
  })

  it('turns a pairing screen into a board', async () => {
    const browser = circle.member.browser.movedTo(test.app.port)
    const { seat } = await browser.do('newBoard', {}, { language: 'nl' })
    const socket = await browser.live(seat)
    const view = await socket.viewAt(1)
    await circle.coordinator.browser.do(
      'pairBoard',
      { seat: circle.coordinator.seat },
      { code: view.kind === 'pairing' ? view.code : '' },
    )
    expect(await socket.viewAt(2)).toMatchObject({
      kind: 'open',
      self: { role: 'board', personId: null },
      boards: 2,
    })
    socket.ws.terminate()
  })

  it('[NI1] is pinged on the clock’s tick, all together', async () => {
    const { member, coordinator } = circle
    const both = [await member.browser.live(member.seat), await coordinator.browser.live(coordinator.seat)]
    test.clock.advance(19_999)
    await coordinator.browser.do('editConference', { seat: coordinator.seat }, { place: 'Buiten' })
    for (const socket of both) await socket.viewAt(2)
    expect(both.map(({ pings }) => pings)).toEqual([0, 0])
    test.clock.advance(1)
    for (const socket of both) await socket.until(() => socket.pings > 0)
    expect(both.map(({ pings }) => pings)).toEqual([1, 1])
    for (const socket of both) socket.ws.terminate()
  })

  it('that does not answer a ping is let go at the next', async () => {
    const { browser, seat } = circle.member
    const dead = await browser.upgrade(sockets.live(seat), {}, { autoPong: false })
    if (typeof dead === 'string') throw new Error(dead)
    test.clock.advance(20_000)
    await dead.until(() => dead.pings === 1)
    expect(dead.closed).toBeUndefined()
    test.clock.advance(20_000)
    await dead.until(() => dead.closed !== undefined)
    expect(dead.closed).toBe(1006)
  })

  it('closes on whoever speaks to it, and harms nobody else', async () => {
    const { member, coordinator } = circle
    const good = await coordinator.browser.live(coordinator.seat)
    const bad = await member.browser.live(member.seat)
    bad.ws.send('hello')
    await bad.until(() => bad.closed !== undefined)
    expect(bad.closed).toBe(4400)
    expect(good.closed).toBeUndefined()
    good.ws.terminate()
  })
})

describe('a restart', () => {
  it('keeps seats, links and desks, and tells sockets to come back', async () => {
    const { member, coordinator } = circle
    const socket = await member.browser.live(member.seat)
    const before = await socket.viewAt(1)
    const next = await test.restart()
    await socket.until(() => socket.closed !== undefined)
    expect(socket.closed).toBe(1012)
    const again = member.browser.movedTo(next.app.port)
    expect(await again.view(member.seat)).toEqual(before)
    const desk = coordinator.browser.movedTo(next.app.port)
    expect((await desk.do('listConferences', { desk: circle.desk }, {})).conferences).toHaveLength(1)
    const { links } = await desk.do('links', { seat: coordinator.seat }, {})
    expect(links.find(({ name }) => name === 'Edith')?.url.split('#')[1]).toBe(circle.tokens['Edith'])
    test = next
  })
})
