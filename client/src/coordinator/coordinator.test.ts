import fc from 'fast-check'
import { inputs } from '@kringplan/shared/contract/messages'
import { describe, expect, it } from 'vitest'
import { clearBefore } from './clearBefore.ts'
import {
  addPerson,
  changePerson,
  emptyDraft,
  isStepDone,
  toRequest,
  type ConferenceDraft,
} from './conferenceDraft.ts'
import { dropDraft, keepDraft, readDraft } from './draftKeeper.ts'
import { fromInstant, toInstant } from './meetingTime.ts'
import { emptyPerson, type DraftPerson } from './personDraft.ts'
import { longest, questionErrors } from './questionErrors.ts'
import { questionHelp } from './questionHelp.ts'
import { timeChanges, timeForm } from './timeForm.ts'

const opa: DraftPerson = { ...emptyPerson, name: 'opa' }

describe('coordinator', () => {
  it('[SH7] a question is called open by how it begins, never judged', () => {
    for (const open of [
      'Waar kan Johan veilig opgroeien? En wat is daarvoor nodig?',
      'hoe wonen wij fijn samen',
      'En wat nu?',
      'What could help?',
    ]) {
      expect(questionHelp(open)).toBe('open')
    }
    for (const closed of ['Kan Johan thuis wonen?', 'Moet dit anders?'])
      expect(questionHelp(closed)).toBe('closed')
    for (const empty of ['', '   ', '???']) expect(questionHelp(empty)).toBe('empty')
  })

  it('[SH7] a circle’s name and question are as long as the server takes, and it is said at their step', () => {
    const request = inputs.editConference
    for (const field of ['circle', 'question'] as const) {
      for (const [words, fits] of [
        ['é'.repeat(longest[field]), true],
        [`  ${'a'.repeat(longest[field])} `, true],
        ['🌻'.repeat(longest[field] + 1), false],
        [' ', false],
      ] as const) {
        const typed = { circle: 'De kring', question: 'Waar?', [field]: words }
        expect(request.safeParse(typed).success).toBe(fits)
        expect(Object.keys(questionErrors(typed))).toEqual(fits ? [] : [field])
        expect(isStepDone({ ...emptyDraft, ...typed }, 'vraag')).toBe(fits)
      }
    }
  })

  it('[SH7] what was filled in survives a reload of its tab, for its desk, until it is made', () => {
    const box = new Map<string, string>()
    const storage = {
      getItem: (name: string) => box.get(name) ?? null,
      setItem: (name: string, value: string) => void box.set(name, value),
      removeItem: (name: string) => void box.delete(name),
    }
    const draft = { ...emptyDraft, circle: 'De kring', people: addPerson([], opa) }
    keepDraft('a', { draft, step: 'kring' }, storage)
    expect(readDraft('a', storage)).toEqual({ draft, step: 'kring' })
    expect(readDraft('b', storage)).toEqual({ draft: emptyDraft, step: 'model' })
    box.set('kringplan.new.b', '{"draft":{"people":7}}')
    expect(readDraft('b', storage)).toEqual({ draft: emptyDraft, step: 'model' })
    dropDraft('a', storage)
    expect(readDraft('a', storage).draft).toEqual(emptyDraft)
  })

  it('[SH7] a time typed is a time in the meeting’s place, summer and winter', () => {
    expect(toInstant({ date: '2027-06-11', time: '17:30' })).toBe('2027-06-11T15:30:00.000Z')
    expect(toInstant({ date: '2027-12-11', time: '17:30' })).toBe('2027-12-11T16:30:00.000Z')
    expect(fromInstant('2027-06-11T15:30:00.000Z')).toEqual({ date: '2027-06-11', time: '17:30' })
    for (const odd of [
      ['', '17:30'],
      ['2027-06-11', ''],
      ['x', 'y'],
    ] as const) {
      expect(toInstant({ date: odd[0], time: odd[1] })).toBeUndefined()
    }
  })

  it('[SH7] what is read back is what was typed, around the changes of the clock, too', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (moment) => {
          const minute = new Date(Math.floor(moment.getTime() / 60_000) * 60_000).toISOString()
          const typed = fromInstant(minute)
          const again = fromInstant(toInstant(typed) ?? null)
          expect(again).toEqual(typed)
        },
      ),
    )
  })

  it('[PR4] a time is saved over the moment that stood there, its seconds, too', () => {
    const now = { startsAt: '2027-06-11T15:30:42.123Z', endsAt: null, place: 'Het Anker', food: '' }
    const form = timeForm(now)
    expect(form).toEqual({ date: '2027-06-11', time: '17:30', endTime: '', place: 'Het Anker', food: '' })
    expect(timeChanges({ ...form, time: '18:00' }, { time: '17:30' }, now)).toEqual({
      changes: { startsAt: '2027-06-11T16:00:00.000Z' },
      was: { startsAt: now.startsAt },
    })
    // Only what was typed travels; another day moves the end along.
    expect(timeChanges({ ...form, food: 'soep' }, { food: '' }, now)).toEqual({
      changes: { food: 'soep' },
      was: { food: '' },
    })
    const late = { ...now, endsAt: '2027-06-11T19:00:00.000Z' }
    expect(timeChanges({ ...timeForm(late), date: '2027-06-12' }, { date: '2027-06-11' }, late)).toEqual({
      changes: { startsAt: '2027-06-12T15:30:00.000Z', endsAt: '2027-06-12T19:00:00.000Z' },
      was: { startsAt: late.startsAt, endsAt: late.endsAt },
    })
    // What somebody else has written since is not what stood there.
    const moved = { ...now, startsAt: '2027-06-11T17:00:00.000Z' }
    expect(timeChanges({ ...form, time: '18:00' }, { time: '17:30' }, moved)).toMatchObject({
      was: { startsAt: '2027-06-11T15:30:00.000Z' },
    })
  })

  it('[PR1] says which part of a time is not right yet', () => {
    const now = { startsAt: null, endsAt: null, place: '', food: '' }
    const problemOf = (part: object) => {
      const asked = timeChanges({ ...timeForm(now), ...part }, {}, now)
      return 'problem' in asked ? asked.problem : 'none'
    }
    const day = { date: '2027-06-11', time: '17:30' }
    expect(problemOf({})).toBe('none')
    expect(problemOf(day)).toBe('none')
    expect(problemOf({ date: day.date })).toBe('noTime')
    expect(problemOf({ time: day.time })).toBe('noDate')
    expect(problemOf({ endTime: '19:00' })).toBe('endAlone')
    for (const endTime of ['17:30', '12:00']) expect(problemOf({ ...day, endTime })).toBe('endFirst')
    expect(problemOf({ ...day, endTime: '17:31' })).toBe('none')
  })

  it('[SH8] a draft becomes a request when each step has what it needs, and not before', () => {
    const draft: ConferenceDraft = {
      ...emptyDraft,
      model: 'x',
      circle: 'De kring van Johan',
      question: 'Waar?',
      people: addPerson([], opa),
    }
    expect(isStepDone(draft, 'tijd')).toBe(true)
    const request = toRequest(draft)
    expect(inputs.createConference.safeParse(request).success).toBe(true)
    expect(request?.startsAt).toBeNull()
    for (const missing of [
      { model: null },
      { circle: ' ' },
      { question: '' },
      { people: [] },
      { date: '2027-06-11' },
      { time: '10:00' },
    ]) {
      expect(toRequest({ ...draft, ...missing })).toBeUndefined()
    }
  })

  it('[SH8] people keep their place when one of them changes', () => {
    const three = ['opa', 'oma', 'Wim'].reduce<ConferenceDraft['people']>(
      (people, name) => addPerson(people, { ...opa, name }),
      [],
    )
    const changed = changePerson(three, three[1]?.id ?? '', { ...opa, name: 'oma Truus' })
    expect(changed.map((person) => person.name)).toEqual(['opa', 'oma Truus', 'Wim'])
    expect(new Set(changed.map((person) => person.id)).size).toBe(3)
  })

  it('[VW1] at the closed door the tab forgets what it kept', async () => {
    const gone: string[] = []
    await clearBefore({
      session: { clear: () => gone.push('session') },
      caches: {
        keys: async () => ['a', 'b'],
        delete: async (name: string) => gone.push(name) > 0,
      } as unknown as CacheStorage,
    })
    expect(gone).toEqual(['session', 'a', 'b'])
  })
})
