import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { closeDoor, makeCircle, openView, pairedBoard, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const HOUR = 60 * 60 * 1000
let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor')
})
afterEach(() => test.stop())

const phone = () => new Browser(test.app.port)
const tokenOf = (name: string) => circle.tokens[name] ?? ''
const byCard = (browser: Browser, name: string) =>
  browser.do('joinByCard', {}, { token: tokenOf(name), language: 'nl' })
const setStart = (hoursAhead: number) =>
  circle.coordinator.browser.do(
    'editConference',
    { seat: circle.coordinator.seat },
    {
      startsAt: new Date(test.clock.now().getTime() + hoursAhead * HOUR).toISOString(),
    },
  )

describe('a personal link', () => {
  it('[JN1] can be looked at without consuming anything', async () => {
    const browser = phone()
    const before = await openView(circle.member)
    const first = await browser.do('peekCard', {}, { token: tokenOf('Herman') })
    expect(await browser.do('peekCard', {}, { token: tokenOf('Herman') })).toEqual(first)
    expect(browser.cookies.size).toBe(0)
    expect(await openView(circle.member)).toEqual(before)
    expect(first).toMatchObject({
      name: 'Herman',
      role: 'member',
      again: false,
      seat: null,
      circle: 'De kring van Johan',
    })
    expect(first.people?.map(({ name, here }) => [name, here])).toEqual([
      ['Edith', true],
      ['Herman', false],
    ])
  })

  it('[JN1] of a member works from two hours before the start, until the end', async () => {
    await setStart(5)
    const early = await phone().no('joinByCard', {}, { token: tokenOf('Herman'), language: 'nl' })
    expect(early).toEqual({
      refusal: 'notYet',
      from: new Date(test.clock.now().getTime() + 3 * HOUR).toISOString(),
    })
    test.clock.advance(3 * HOUR - 1000)
    expect((await phone().no('peekCard', {}, { token: tokenOf('Herman') })).refusal).toBe('notYet')
    test.clock.advance(1000)
    expect((await byCard(phone(), 'Herman')).standing).toBe('in')
    await circle.coordinator.browser.do('end', { seat: circle.coordinator.seat }, { revision: 0 })
    expect((await phone().no('peekCard', {}, { token: tokenOf('Herman') })).refusal).toBe('unknownLink')
  })

  it('[JN1] of a professional works from the moment it is made', async () => {
    await setStart(500)
    expect((await byCard(phone(), 'Sanne')).standing).toBe('pending')
    const { personId } = await circle.coordinator.browser.do(
      'addPerson',
      { seat: circle.coordinator.seat },
      { name: 'Els', role: 'professional', language: 'nl', mainPerson: false },
    )
    const { links } = await circle.coordinator.browser.do('links', { seat: circle.coordinator.seat }, {})
    const token = links.find((link) => link.personId === personId)?.url.split('#')[1] ?? ''
    expect((await phone().do('joinByCard', {}, { token, language: 'nl' })).standing).toBe('in')
  })

  it('[JN2] gives a first device a seat and a further one a place to wait', async () => {
    const first = await byCard(phone(), 'Herman')
    expect(first.standing).toBe('in')
    const other = phone()
    expect((await other.do('peekCard', {}, { token: tokenOf('Herman') })).again).toBe(true)
    const second = await byCard(other, 'Herman')
    expect(second.standing).toBe('pending')
    expect((await openView(circle.board)).waiting).toContainEqual({
      id: second.seat,
      name: 'Herman',
      how: 'again',
    })
    await circle.board.browser.do(
      'answerJoin',
      { seat: circle.board.seat, id: second.seat },
      { answer: 'yes' },
    )
    expect((await other.view(second.seat)).kind).toBe('open')
  })

  it('[JN2] goes on with the seat that this browser holds', async () => {
    const browser = phone()
    const { seat } = await byCard(browser, 'Herman')
    expect(await browser.do('peekCard', {}, { token: tokenOf('Herman') })).toMatchObject({
      seat,
      again: false,
    })
    expect(await byCard(browser, 'Herman')).toEqual({ seat, standing: 'in' })
    expect((await openView(circle.member)).waiting).toHaveLength(1)
  })

  it('is unknown when it was made up, and after its person was taken out', async () => {
    expect((await phone().no('peekCard', {}, { token: 'A'.repeat(22) })).refusal).toBe('unknownLink')
    const { people } = await openView(circle.member)
    const id = people.find(({ name }) => name === 'Edith')?.id ?? ''
    await circle.coordinator.browser.do('removePerson', { seat: circle.coordinator.seat, id }, {})
    expect((await phone().no('peekCard', {}, { token: tokenOf('Edith') })).refusal).toBe('unknownLink')
    expect((await circle.member.browser.view(circle.member.seat)).kind).toBe('ended')
  })
})

describe('the code on the board', () => {
  it('[JN3] gives the names of the members, and whoever comes by it waits', async () => {
    const browser = phone()
    const { names } = await browser.do(
      'peekCode',
      {},
      { code: circle.joinCode.toLowerCase().replace('-', ' ') },
    )
    expect(names.map(({ name, taken }) => [name, taken])).toEqual([
      ['Edith', true],
      ['Herman', false],
    ])
    const personId = names[1]?.id ?? ''
    const joined = await browser.do(
      'joinByCode',
      {},
      { code: circle.joinCode, language: 'nl', who: { personId } },
    )
    expect(joined.standing).toBe('pending')
    expect((await browser.view(joined.seat)).kind).toBe('waiting')
    expect((await openView(circle.member)).waiting).toContainEqual({
      id: joined.seat,
      name: 'Herman',
      how: 'listed',
    })
    // Asking twice is asking once.
    expect(
      await browser.do('joinByCode', {}, { code: circle.joinCode, language: 'nl', who: { personId } }),
    ).toEqual(joined)
    // The own link says who it is: no yes is needed any more.
    expect(await byCard(browser, 'Herman')).toEqual({ seat: joined.seat, standing: 'in' })
  })

  it('[JN3] a new name becomes a member by a yes, with a picture of their own, and nothing by a no', async () => {
    const { member, pending } = circle
    expect((await pending.browser.view(pending.seat)).kind).toBe('waiting')
    await member.browser.do('answerJoin', { seat: member.seat, id: pending.seat }, { answer: 'yes' })
    const { people } = await openView(member)
    const ria = people.find(({ name }) => name === 'Ria')
    expect(ria).toMatchObject({ role: 'member', here: true })
    expect(people.filter(({ picture }) => picture === ria?.picture)).toHaveLength(1)
    const again = await member.browser.no(
      'answerJoin',
      { seat: member.seat, id: pending.seat },
      { answer: 'no' },
    )
    expect(again.refusal).toBe('stale')

    const stranger = phone()
    const { seat } = await stranger.do(
      'joinByCode',
      {},
      { code: circle.joinCode, language: 'nl', who: { name: 'Iemand' } },
    )
    await member.browser.do('answerJoin', { seat: member.seat, id: seat }, { answer: 'no' })
    expect((await stranger.view(seat)).kind).toBe('ended')
    expect((await openView(member)).people.some(({ name }) => name === 'Iemand')).toBe(false)
  })

  it('is unknown when mistyped, too early, or made up', async () => {
    for (const code of ['', 'nonsense', 'AAAA-2222', circle.joinCode.slice(0, 8)]) {
      expect((await phone().no('peekCode', {}, { code })).refusal).toBe('unknownCode')
    }
    await setStart(5)
    expect((await phone().no('peekCode', {}, { code: circle.joinCode })).refusal).toBe('unknownCode')
  })

  it('[JN5] can be guessed at only so often from one address, and not at all for free', async () => {
    const guesser = phone()
    const answers: string[] = []
    for (let n = 0; n < 70; n += 1)
      answers.push((await guesser.no('peekCode', {}, { code: 'AAAA-2222' })).refusal)
    expect(answers.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 'unknownCode'))
    expect(answers.slice(60)).toEqual(Array.from({ length: 10 }, () => 'tooMany'))
    // A good guess among too many is not told from a bad one; a moment later, or by the own link, one comes in.
    expect((await phone().no('peekCode', {}, { code: circle.joinCode })).refusal).toBe('tooMany')
    expect((await byCard(phone(), 'Herman')).standing).toBe('in')
    test.clock.advance(3000)
    expect((await phone().do('peekCode', {}, { code: circle.joinCode })).names).toHaveLength(2)
  })

  it('[JN5] leaves room for 80 devices behind one address', async () => {
    for (let n = 0; n < 80; n += 1) {
      const browser = phone()
      await browser.do('peekCard', {}, { token: tokenOf('Herman') })
      if (n < 40) await browser.do('peekCard', {}, { token: tokenOf('Edith') })
      if (n === 40) test.clock.advance(60_000)
    }
    expect((await byCard(phone(), 'Herman')).standing).toBe('in')
  })
})

describe('behind a closed door', () => {
  beforeEach(async () => {
    await circle.coordinator.browser.do('begin', { seat: circle.coordinator.seat }, { revision: 0 })
    await closeDoor(circle.member, circle.room, 1)
  })

  it('[JN4] a link shows no people and does not tell whether somebody takes part', async () => {
    const taken = await phone().do('peekCard', {}, { token: tokenOf('Edith') })
    const free = await phone().do('peekCard', {}, { token: tokenOf('Herman') })
    expect(taken).toMatchObject({ people: null, again: false })
    expect({ ...taken, name: '', personId: '' }).toEqual({ ...free, name: '', personId: '' })
    const [late, latest] = [phone(), phone()]
    const [one, two] = [await byCard(late, 'Edith'), await byCard(latest, 'Herman')]
    expect([one.standing, two.standing]).toEqual(['in', 'in'])
    expect((await late.view(one.seat)).kind).toBe('closed')
    expect((await latest.view(two.seat)).kind).toBe('closed')
  })

  it('[JN4] a code opens nothing and no board can be paired', async () => {
    expect((await phone().no('peekCode', {}, { code: circle.joinCode })).refusal).toBe('unknownCode')
    const asked = await phone().no(
      'joinByCode',
      {},
      { code: circle.joinCode, language: 'nl', who: { name: 'Laat' } },
    )
    expect(asked.refusal).toBe('unknownCode')
    await expect(pairedBoard(phone(), circle.member)).rejects.toThrow('pairBoard was refused: 403')
  })
})

describe('a board', () => {
  it('[ST3] that becomes one ends the coordinator’s seat and desk in that browser', async () => {
    const { coordinator, member } = circle
    const { seat } = await coordinator.browser.do('newBoard', {}, { language: 'nl' })
    const view = await coordinator.browser.view(seat)
    expect(view.kind).toBe('pairing')
    expect((await coordinator.browser.view(coordinator.seat)).kind).toBe('open')
    await member.browser.do(
      'pairBoard',
      { seat: member.seat },
      { code: view.kind === 'pairing' ? view.code : '' },
    )
    expect((await coordinator.browser.view(coordinator.seat)).kind).toBe('ended')
    expect((await coordinator.browser.no('listConferences', { desk: circle.desk }, {})).refusal).toBe(
      'refused',
    )
    expect(await openView({ ...circle.board, browser: coordinator.browser, seat })).toMatchObject({
      boards: 2,
    })
  })

  it('cannot be paired twice, nor by a code that is not shown', async () => {
    const { member } = circle
    const browser = phone()
    const { seat } = await browser.do('newBoard', {}, { language: 'nl' })
    const view = await browser.view(seat)
    const code = view.kind === 'pairing' ? view.code : ''
    await member.browser.do('pairBoard', { seat: member.seat }, { code })
    expect((await member.browser.no('pairBoard', { seat: member.seat }, { code })).refusal).toBe(
      'unknownCode',
    )
    expect((await member.browser.no('pairBoard', { seat: member.seat }, { code: 'AAAA-2222' })).refusal).toBe(
      'unknownCode',
    )
  })
})

describe('oneself', () => {
  it('chooses a picture that nobody has', async () => {
    const { member } = circle
    const { people } = await openView(member)
    const taken = people.find(({ name }) => name === 'Herman')?.picture ?? ''
    expect((await member.browser.no('editSelf', { seat: member.seat }, { picture: taken })).refusal).toBe(
      'stale',
    )
    expect(await member.browser.no('editSelf', { seat: member.seat }, { picture: 'kroon' })).toEqual({
      refusal: 'badInput',
      field: 'picture',
    })
    await member.browser.do('editSelf', { seat: member.seat }, { picture: 'raket', language: 'en' })
    const after = await openView(member)
    expect(after.self.language).toBe('en')
    expect(after.people.find(({ name }) => name === 'Edith')).toMatchObject({
      picture: 'raket',
      language: 'en',
    })
  })
})
