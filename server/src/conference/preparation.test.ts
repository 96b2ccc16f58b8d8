import type { Input } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { noWishes } from '@kringplan/shared/conference/preparation'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  closeDoor,
  makeCircle,
  models,
  openView,
  type Circle,
  type Sitting,
} from '../testkit/circle.testkit.ts'
import { Browser } from '../testkit/browser.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

const idOf = (view: OpenView, name: string) => view.people.find((person) => person.name === name)?.id ?? ''
const namesOf = (view: OpenView) => view.people.map(({ name }) => name)
const preparedOf = (view: OpenView, name: string) =>
  view.preparation?.people.find(({ id }) => id === idOf(view, name))

async function edit(by: Sitting, input: Input<'editConference'>) {
  return by.browser.do('editConference', { seat: by.seat }, input)
}
async function editPerson(by: Sitting, id: string, input: Input<'editPerson'>) {
  return by.browser.do('editPerson', { seat: by.seat, id }, input)
}

/** Marks that stand nowhere else, so that finding one in an answer means that it was told. */
const secret = {
  age: 97,
  wishes: { address: 'u', food: 'geen pinda XQ1', opening: 'een gebed XQ2', other: 'zachte muziek XQ3' },
  food: 'Soep vooraf XQ4',
  tells: 'de hulp thuis XQ5',
} as const
const traces = ['XQ1', 'XQ2', 'XQ3', 'XQ4', 'XQ5', '"age":97', 'notComing', 'wishes', 'invitation', 'joinsBy']

async function writeDown(circle: Circle): Promise<void> {
  const { coordinator } = circle
  const view = await openView(coordinator)
  await edit(coordinator, {
    startsAt: '2031-06-11T15:30:00Z',
    endsAt: '2031-06-11T19:00:00Z',
    food: secret.food,
    wishes: secret.wishes,
  })
  await editPerson(coordinator, idOf(view, 'Edith'), { age: secret.age, invitation: 'notComing' })
  await editPerson(coordinator, idOf(view, 'Sanne'), { tells: secret.tells })
}

describe.each(['withDoor', 'together'] as const)('%s', (setting) => {
  it('[PR1] keeps what is written down of people and conference, each in its own field', async () => {
    const circle = await makeCircle(test, setting)
    const { coordinator } = circle
    await writeDown(circle)
    const view = await openView(coordinator)
    const herman = idOf(view, 'Herman')
    await editPerson(coordinator, herman, { joinsBy: 'with', joinsWith: idOf(view, 'Edith') })
    const after = await openView(coordinator)
    expect(after.preparation).toMatchObject({
      endsAt: '2031-06-11T19:00:00Z',
      food: secret.food,
      wishes: secret.wishes,
      nobodyTells: false,
    })
    expect(preparedOf(after, 'Edith')).toEqual({
      id: idOf(view, 'Edith'),
      age: 97,
      joinsBy: 'phone',
      joinsWith: null,
      invitation: 'notComing',
      hasCard: false,
      tells: '',
    })
    expect(preparedOf(after, 'Herman')).toMatchObject({ joinsBy: 'with', joinsWith: idOf(view, 'Edith') })
    expect(namesOf(after)).toEqual(namesOf(view))
    // What is not named stays.
    await edit(coordinator, { wishes: { other: '' } })
    expect((await openView(coordinator)).preparation?.wishes).toEqual({ ...secret.wishes, other: '' })
  })

  it('[PR2] tells it to the coordinator and to nobody else', async () => {
    const circle = await makeCircle(test, setting)
    await writeDown(circle)
    await circle.coordinator.browser.do('begin', { seat: circle.coordinator.seat }, { revision: 0 })
    const told = await Promise.all(
      circle.all.map(async ({ role, browser, seat }) => {
        const text = (await browser.raw('view', { seat }, {})).text
        return [role, traces.filter((trace) => text.includes(trace))] as const
      }),
    )
    for (const [role, found] of told)
      expect([role, found]).toEqual([role, role === 'coordinator' ? traces : []])
    expect(told.map(([role]) => role)).toEqual(
      expect.arrayContaining(['coordinator', 'member', 'professional', 'board']),
    )
  })
})

it('[PR2] the closed door carries nothing of it, to the coordinator neither, and takes no change', async () => {
  const circle = await makeCircle(test, 'withDoor')
  await writeDown(circle)
  const { coordinator } = circle
  const before = await openView(coordinator)
  expect((await coordinator.browser.raw('view', { seat: coordinator.seat }, {})).text).toContain('XQ1')
  await coordinator.browser.do('begin', { seat: coordinator.seat }, { revision: 0 })
  await closeDoor(circle.board, circle.room, 1)
  const closed = (await coordinator.browser.raw('view', { seat: coordinator.seat }, {})).text
  expect(closed).toContain('"kind":"closed"')
  for (const trace of traces) expect(closed).not.toContain(trace)
  const { seat } = coordinator
  const id = idOf(before, 'Edith')
  const refusals = [
    await coordinator.browser.raw('editConference', { seat }, { food: 'x' }),
    await coordinator.browser.raw('editPerson', { seat, id }, { invitation: 'coming' }),
    await coordinator.browser.raw('orderPeople', { seat }, { people: [] }),
    await coordinator.browser.raw(
      'addPerson',
      { seat },
      { name: 'Ria', language: 'nl', role: 'member', mainPerson: false },
    ),
    await coordinator.browser.raw('links', { seat }, {}),
  ]
  for (const { status, text } of refusals) expect([status, text]).toEqual([403, '{"refusal":"refused"}'])
})

it('[PR3] is erased when the conference ends', async () => {
  const circle = await makeCircle(test, 'together')
  const { db } = test.app.services
  await writeDown(circle)
  const row = () =>
    db.selectFrom('conferences').selectAll().where('id', '=', circle.id).executeTakeFirstOrThrow()
  const person = () =>
    db
      .selectFrom('people')
      .selectAll()
      .where('conferenceId', '=', circle.id)
      .where('name', '=', 'Edith')
      .executeTakeFirstOrThrow()
  expect(await row()).toMatchObject({ wishFood: secret.wishes.food, food: secret.food })
  expect(await person()).toMatchObject({ age: 97 })
  await circle.coordinator.browser.do('end', { seat: circle.coordinator.seat }, { revision: 0 })
  expect(await row()).toMatchObject({
    endsAt: null,
    food: '',
    wishAddress: null,
    wishFood: '',
    wishOpening: '',
    wishOther: '',
  })
  expect(await person()).toMatchObject({ age: null, invitation: 'none', tells: '' })
})

it('[PR4] a change that was begun over something else is stale, and changes nothing', async () => {
  const { coordinator } = await makeCircle(test, 'withDoor')
  const view = await openView(coordinator)
  const seat = { seat: coordinator.seat }
  const edith = { ...seat, id: idOf(view, 'Edith') }
  await edit(coordinator, { question: 'Waar woont Johan?', was: { question: view.question } })
  const late = await coordinator.browser.no('editConference', seat, {
    question: 'Iets anders?',
    place: 'thuis',
    was: { question: view.question, place: view.place },
  })
  expect(late.refusal).toBe('stale')
  const now = await openView(coordinator)
  expect([now.question, now.place]).toEqual(['Waar woont Johan?', view.place])

  await edit(coordinator, { wishes: { food: 'vegetarisch' }, was: { wishes: { food: '' } } })
  const lateWish = { wishes: { food: 'vis' }, was: { wishes: { food: '' } } }
  expect((await coordinator.browser.no('editConference', seat, lateWish)).refusal).toBe('stale')
  // Somebody else's field is not in the way.
  await edit(coordinator, { wishes: { other: 'stil' }, was: { wishes: { other: '' } } })

  await coordinator.browser.do('editPerson', edith, { invitation: 'sent', was: { invitation: 'none' } })
  const latePerson = { invitation: 'coming', name: 'tante Edith', was: { invitation: 'none' } } as const
  expect((await coordinator.browser.no('editPerson', edith, latePerson)).refusal).toBe('stale')
  expect(namesOf(await openView(coordinator))).toContain('Edith')
})

it('[PR5] people stand in the order they were put in; a list of others is stale', async () => {
  const { coordinator } = await makeCircle(test, 'withDoor')
  const { browser, seat } = coordinator
  const view = await openView(coordinator)
  const ids = ['Herman', 'Kees', 'Edith', 'Sanne'].map((name) => idOf(view, name))
  await browser.do('orderPeople', { seat }, { people: ids })
  const ordered = namesOf(await openView(coordinator))
  expect(ordered).toEqual(['Fatma', 'Herman', 'Kees', 'Edith', 'Sanne'])
  const [first = '', ...rest] = ids
  for (const people of [rest, [...ids, 'nobodynobody'], [first, first, ...rest.slice(1)], []]) {
    expect((await browser.no('orderPeople', { seat }, { people })).refusal).toBe('stale')
  }
  expect(namesOf(await openView(coordinator))).toEqual(ordered)
})

it('[PR6] takes part together with somebody of the circle, never with oneself, a professional or a stranger', async () => {
  const { coordinator } = await makeCircle(test, 'together')
  const { browser, seat } = coordinator
  const view = await openView(coordinator)
  const [edith, herman, sanne] = ['Edith', 'Herman', 'Sanne'].map((name) => idOf(view, name))
  for (const joinsWith of [herman, sanne, 'nobodynobody']) {
    const answer = await browser.no('editPerson', { seat, id: herman ?? '' }, { joinsBy: 'with', joinsWith })
    expect(answer).toEqual({ refusal: 'badInput', field: 'joinsWith' })
  }
  await editPerson(coordinator, herman ?? '', { joinsBy: 'with', joinsWith: edith })
  expect(preparedOf(await openView(coordinator), 'Herman')?.joinsWith).toBe(edith)
  // With a phone of one's own there is nobody any more.
  await editPerson(coordinator, herman ?? '', { joinsBy: 'phone' })
  expect(preparedOf(await openView(coordinator), 'Herman')?.joinsWith).toBeNull()
  await editPerson(coordinator, herman ?? '', { joinsBy: 'with', joinsWith: edith })
  await browser.do('removePerson', { seat, id: edith ?? '' }, {})
  expect(preparedOf(await openView(coordinator), 'Herman')).toMatchObject({
    joinsBy: 'with',
    joinsWith: null,
  })
})

it('[PR6] in a new conference "together with" is a place in the list; everybody has a picture at once', async () => {
  const chief = new Browser(test.app.port)
  const { desk } = await chief.do('signIn', {}, { token: await test.signInToken() })
  const someone = { language: 'nl', role: 'member', mainPerson: false } as const
  const { seat } = await chief.do(
    'createConference',
    { desk },
    {
      model: models.withDoor,
      door: 'off',
      circle: 'De kring van Johan',
      question: 'Waar?',
      people: [
        { ...someone, name: 'Johan', age: 8, joinsBy: 'with', joinsWith: 1 },
        { ...someone, name: 'Wim' },
        { ...someone, name: 'opa', joinsBy: 'with', joinsWith: 2 },
      ],
      startsAt: null,
      place: '',
    },
  )
  const view = await openView({ browser: chief, seat, role: 'coordinator', standing: 'in' })
  expect(preparedOf(view, 'Johan')).toMatchObject({ age: 8, joinsWith: idOf(view, 'Wim') })
  expect(preparedOf(view, 'opa')).toMatchObject({ joinsBy: 'with', joinsWith: null })
  expect(view.preparation?.wishes).toEqual(noWishes)
  await chief.do('addPerson', { seat }, { ...someone, name: 'oma' })
  const looks = (await openView({ browser: chief, seat, role: 'coordinator', standing: 'in' })).people
    .filter(({ role }) => role === 'member')
    .map(({ picture, colour }) => `${picture} ${colour}`)
  expect(new Set(looks).size).toBe(4)
  expect(looks.join()).not.toContain('null')
})

it('[PR7] a card that was printed is not one any more when the name changes', async () => {
  const { coordinator } = await makeCircle(test, 'withDoor')
  const edith = idOf(await openView(coordinator), 'Edith')
  await editPerson(coordinator, edith, { hasCard: true })
  await editPerson(coordinator, edith, { invitation: 'sent' })
  expect(preparedOf(await openView(coordinator), 'Edith')?.hasCard).toBe(true)
  await editPerson(coordinator, edith, { name: 'tante Edith' })
  expect(preparedOf(await openView(coordinator), 'tante Edith')?.hasCard).toBe(false)
})

it('[PR1] an end before the beginning, an age that is none, and what is too long are refused', async () => {
  const { coordinator } = await makeCircle(test, 'withDoor')
  const { browser, seat } = coordinator
  const id = idOf(await openView(coordinator), 'Edith')
  const times = { startsAt: '2031-06-11T15:30:00Z', endsAt: '2031-06-11T15:30:00Z' }
  expect(await browser.no('editConference', { seat }, times)).toEqual({
    refusal: 'badInput',
    field: 'endsAt',
  })
  for (const age of [-1, 121, 7.5]) {
    expect((await browser.raw('editPerson', { seat, id }, { age })).status).toBe(400)
  }
  await editPerson(coordinator, id, { age: 120 })
  const long = 'x'.repeat(201)
  expect((await browser.raw('editConference', { seat }, { wishes: { other: long } })).status).toBe(400)
  expect((await browser.raw('editConference', { seat }, { wishes: { films: 'ja' } })).status).toBe(400)
})
