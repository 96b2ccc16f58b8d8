import { fromInstant, toInstant } from './meetingTime.ts'

/** When and where, as the fields of the page hold it. A type, not an interface: a form takes any record. */
export type TimeForm = {
  readonly date: string
  readonly time: string
  readonly endTime: string
  readonly place: string
  readonly food: string
}

/** When and where, as the server has it. */
interface TimeFacts {
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly place: string
  readonly food: string
}

/** What the fields hold of it. */
export function timeForm({ startsAt, endsAt, place, food }: TimeFacts): TimeForm {
  return { ...fromInstant(startsAt), endTime: fromInstant(endsAt).time, place, food }
}

/** What is not right yet about the moment, or both moments. */
export type TimeProblem = 'noDate' | 'noTime' | 'endAlone' | 'endFirst'

/** The moments that the fields mean; an end is on the day of the beginning. */
export function momentsOf(
  form: TimeForm,
): Pick<TimeFacts, 'startsAt' | 'endsAt'> | { readonly problem: TimeProblem } {
  const { date, time, endTime } = form
  if (date === '' && time === '') {
    return endTime === '' ? { startsAt: null, endsAt: null } : { problem: 'endAlone' }
  }
  const startsAt = toInstant({ date, time })
  if (startsAt === undefined) return { problem: date === '' ? 'noDate' : 'noTime' }
  const endsAt = endTime === '' ? null : (toInstant({ date, time: endTime }) ?? null)
  return endsAt !== null && endsAt <= startsAt ? { problem: 'endFirst' } : { startsAt, endsAt }
}

/** What a save sends: the facts that changed, and what stood there when the typing began. */
export function timeChanges(
  form: TimeForm,
  was: Partial<TimeForm>,
  now: TimeFacts,
):
  | { readonly changes: Partial<TimeFacts>; readonly was: Partial<TimeFacts> }
  | { readonly problem: TimeProblem } {
  const moments = momentsOf(form)
  if ('problem' in moments) return moments
  const before = momentsOf({ ...form, ...was })
  const facts = { ...moments, place: form.place, food: form.food }
  const names = (['startsAt', 'endsAt', 'place', 'food'] as const).filter((name) => {
    if (name === 'place' || name === 'food') return was[name] !== undefined
    return was.date !== undefined || was[name === 'startsAt' ? 'time' : 'endTime'] !== undefined
  })
  const changes: Partial<TimeFacts> = Object.fromEntries(names.map((name) => [name, facts[name]]))
  const begun = {
    ...('problem' in before ? { startsAt: null, endsAt: null } : before),
    place: was.place ?? form.place,
    food: was.food ?? form.food,
  }
  const stood: Partial<TimeFacts> = Object.fromEntries(
    names.map((name) => [name, sameMinute(begun[name], now[name]) ? now[name] : begun[name]]),
  )
  return { changes, was: stood }
}

/** The fields hold minutes; the server may hold seconds of the same minute. */
function sameMinute(typed: string | null, kept: string | null): boolean {
  return typed !== null && kept !== null && /^\d{4}-/.test(kept) && typed.slice(0, 16) === kept.slice(0, 16)
}
