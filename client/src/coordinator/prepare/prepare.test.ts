import type { OpenView, Person, Point } from '@kringplan/shared/contract/seatView'
import { noWishes, type PreparedPerson } from '@kringplan/shared/conference/preparation'
import { describe, expect, it } from 'vitest'
import { setLocale } from '../../i18n/locale.ts'
import { moved, removePerson } from '../conferenceDraft.ts'
import { emptyPerson, fromFields, readAge, toFields } from '../personDraft.ts'
import { joinsText } from '../personWords.ts'
import { cardMessage, mailAddress, smsAddress } from './sendWays.ts'
import { daysLeftText, preparationSteps, type StepId } from './steps.ts'

setLocale('nl')

const somebody = (id: string, role: Person['role'] = 'member', here = false): Person => ({
  id,
  name: id,
  role,
  mainPerson: false,
  picture: null,
  colour: null,
  language: 'nl',
  here,
})
const prepared = (id: string, part: Partial<PreparedPerson> = {}): PreparedPerson => ({
  id,
  age: null,
  joinsBy: 'phone',
  joinsWith: null,
  invitation: 'none',
  hasCard: false,
  tells: '',
  ...part,
})
const point = (personId: string): Point => ({
  id: personId,
  personId,
  by: personId,
  kind: 'worry',
  text: 'x',
})

const empty = {
  hasDoor: true,
  question: '',
  startsAt: null,
  place: '',
  people: [somebody('fatma', 'coordinator')],
  points: [],
  preparation: { endsAt: null, food: '', wishes: noWishes, nobodyTells: false, people: [] },
} as unknown as OpenView

const stateOf = (id: StepId, part: Partial<OpenView> = {}) => {
  const { mark, note } = preparationSteps.find((step) => step.id === id)?.state({ ...empty, ...part }) ?? {}
  return `${mark}: ${note}`
}
const withPeople = (people: readonly Person[], facts: readonly PreparedPerson[]): Partial<OpenView> => ({
  people: [somebody('fatma', 'coordinator'), ...people],
  preparation: { endsAt: null, food: '', wishes: noWishes, nobodyTells: false, people: facts },
})

describe('how the preparation stands', () => {
  it('[PR9] nothing is done before anything was written down', () => {
    expect(preparationSteps.map(({ id }) => stateOf(id))).toEqual([
      'open: Nog doen',
      'open: Nog niemand',
      'open: Nog doen',
      'open: Nog doen',
      'open: Taal, eten, gewoontes',
      'open: Nog doen',
    ])
  })

  it('[PR9] the question, and the time with its place', () => {
    expect(stateOf('vraag', { question: 'Waar?' })).toBe('done: Klaar')
    expect(stateOf('tijd', { place: 'Het Anker' })).toBe('begun: Nog geen tijd')
    expect(stateOf('tijd', { startsAt: '2027-06-11T15:30:00Z' })).toBe('begun: Nog geen plek')
    expect(stateOf('tijd', { startsAt: '2027-06-11T15:30:00Z', place: 'Het Anker' })).toBe('done: Klaar')
  })

  it('[PR9] the circle counts who said to come, and is complete when everybody gave an answer', () => {
    const people = ['opa', 'oma', 'Wim'].map((id) => somebody(id))
    const facts = (...invitations: PreparedPerson['invitation'][]) =>
      withPeople(
        people,
        invitations.map((invitation, at) => prepared(people[at]?.id ?? '', { invitation })),
      )
    expect(stateOf('kring', facts('none', 'sent', 'none'))).toBe('begun: 0 van 3 komen')
    expect(stateOf('kring', facts('coming', 'sent', 'none'))).toBe('begun: 1 van 3 komt')
    expect(stateOf('kring', facts('coming', 'coming', 'notComing'))).toBe('done: 2 van 3 komen')
    // Who is here has come, whatever was written down.
    const here = withPeople([somebody('opa', 'member', true)], [prepared('opa', { invitation: 'sent' })])
    expect(stateOf('kring', here)).toBe('done: 1 van 1 komt')
    // A professional counts where everybody makes the plan together, and only there.
    const pro = withPeople([somebody('sanne', 'professional')], [prepared('sanne')])
    expect(stateOf('kring', pro)).toBe('open: Nog niemand')
    expect(stateOf('kring', { ...pro, hasDoor: false })).toBe('begun: 0 van 1 komen')
  })

  it('[PR9] information is complete when everybody who tells has written something', () => {
    const two = withPeople([somebody('sanne', 'professional'), somebody('kees', 'professional')], [])
    expect(stateOf('informatie', two)).toBe('open: 2 mensen vertellen')
    expect(stateOf('informatie', { ...two, points: [point('sanne')] })).toBe('begun: 2 mensen vertellen')
    expect(stateOf('informatie', { ...two, points: [point('sanne'), point('kees')] })).toBe(
      'done: 2 mensen vertellen',
    )
    expect(stateOf('informatie', withPeople([somebody('sanne', 'professional')], []))).toBe(
      'open: 1 persoon vertelt',
    )
    const nobody = { ...empty.preparation, nobodyTells: true } as OpenView['preparation']
    expect(stateOf('informatie', { preparation: nobody })).toBe('done: Niemand vertelt iets')
  })

  it('[PR9] wishes and cards', () => {
    const wishes = (part: Partial<typeof noWishes>) => ({
      preparation: { ...empty.preparation, wishes: { ...noWishes, ...part } } as OpenView['preparation'],
    })
    expect(stateOf('zo-willen-zij-het', wishes({ food: 'soep' }))).toBe('begun: Taal, eten, gewoontes')
    expect(stateOf('zo-willen-zij-het', wishes({ address: 'u' }))).toBe('done: Klaar')
    const people = [somebody('opa'), somebody('oma'), somebody('sanne', 'professional')]
    const cards = (...ids: string[]) =>
      withPeople(
        people,
        people.map(({ id }) => prepared(id, { hasCard: ids.includes(id) })),
      )
    expect(stateOf('kaarten', cards())).toBe('open: Nog doen')
    expect(stateOf('kaarten', cards('opa'))).toBe('begun: Nog 1 te printen')
    expect(stateOf('kaarten', cards('opa', 'oma'))).toBe('done: Klaar')
  })

  it('[PR9] says the days by the calendar of the meeting’s place', () => {
    const at = (now: string) => daysLeftText('2027-06-11T15:30:00Z', new Date(now))
    expect(at('2027-05-30T08:00:00Z')).toBe('Nog 12 dagen')
    expect(at('2027-06-10T21:59:00Z')).toBe('Morgen')
    // In Amsterdam the day has begun.
    expect(at('2027-06-10T22:01:00Z')).toBe('Vandaag')
    expect(at('2027-06-12T08:00:00Z')).toBe('')
    expect(daysLeftText(null)).toBe('')
  })
})

describe('people', () => {
  it('[PR1] an age is a whole number to 120, or none', () => {
    for (const [typed, age] of [
      ['', null],
      [' 8 ', 8],
      ['120', 120],
      ['0', 0],
    ] as const)
      expect(readAge(typed)).toBe(age)
    for (const typed of ['acht', '-1', '7,5', '121', '1e2', '0x9']) expect(readAge(typed)).toBeUndefined()
    const person = { ...emptyPerson, name: 'Johan', age: 8 }
    expect(fromFields(toFields(person))).toEqual(person)
    expect(fromFields({ name: 'Wim', age: 'acht' })).toEqual({ name: 'Wim' })
  })

  it('[PR6] says with what, and asks with whom', () => {
    const people = [{ id: 'w', name: 'Wim' }]
    expect(joinsText({ joinsBy: 'card', joinsWith: null }, people)).toBe('papieren kaart')
    expect(joinsText({ joinsBy: 'with', joinsWith: 'w' }, people)).toBe('samen met Wim')
    expect(joinsText({ joinsBy: 'with', joinsWith: 'gone' }, people)).toBe('Samen met wie?')
  })

  it('[PR5] moves one place, and stays at the ends', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ ...emptyPerson, id, joinsWith: id === 'c' ? 'a' : null }))
    const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join('')
    expect(ids(moved(list, 'c', -1))).toBe('acb')
    expect(ids(moved(list, 'a', 1))).toBe('bac')
    for (const [id, by] of [
      ['a', -1],
      ['c', 1],
      ['x', 1],
    ] as const)
      expect(moved(list, id, by)).toBe(list)
    expect(removePerson(list, 'a').map(({ joinsWith }) => joinsWith)).toEqual([null, null])
  })
})

it('[PR8] a message says one sentence and the link, in the language of who gets it', () => {
  const url = 'https://kringplan.example/k#AbC_-123'
  const message = cardMessage(url, 'nl')
  const textOf = (address: string) => new URL(address.replace('?&', '?')).searchParams.get('body')
  expect(textOf(smsAddress(message))).toBe(`Dit is jouw kaart voor de kring. ${url}`)
  expect(textOf(mailAddress(message))).toBe(`Dit is jouw kaart voor de kring. ${url}`)
  expect(textOf(smsAddress(cardMessage(url, 'en')))).toBe(`This is your card for the circle. ${url}`)
  for (const address of [smsAddress(message), mailAddress(message)]) {
    // One body, to nobody, and nothing of the link left out of it.
    expect(address.split('body=')).toHaveLength(2)
    expect(address).not.toContain('#')
  }
})
