import type { OpenView } from '@kringplan/shared/contract/seatView'
import { m } from '../../messages/compiled/messages.js'

/** How far a step is: said in words beside it, so the mark is never the only sign. */
export type StepMark = 'open' | 'begun' | 'done'

export interface StepState {
  readonly mark: StepMark
  readonly note: string
}

/** A step of the preparation. Its id is its address under the coordinator's home. */
interface PreparationStep {
  readonly id: string
  readonly title: () => string
  /** How it stands, from what was written down: nobody ticks it off [PR9]. */
  readonly state: (view: OpenView) => StepState
}

/** The steps in their order. A further step is one more entry here, and its page in PreparationPages.tsx. */
export const preparationSteps = [
  { id: 'vraag', title: () => m.k_step_question(), state: questionState },
  { id: 'kring', title: () => m.k_step_people(), state: circleState },
  { id: 'tijd', title: () => m.k_step_time(), state: timeState },
  { id: 'informatie', title: () => m.k_step_info(), state: informationState },
  { id: 'zo-willen-zij-het', title: () => m.pr_step_wishes(), state: wishesState },
  { id: 'kaarten', title: () => m.pr_step_cards(), state: cardsState },
] as const satisfies readonly PreparationStep[]

export type StepId = (typeof preparationSteps)[number]['id']

const done = (note = m.ui_done()): StepState => ({ mark: 'done', note })
const begun = (note: string): StepState => ({ mark: 'begun', note })
const open = (note = m.ui_todo()): StepState => ({ mark: 'open', note })

function questionState(view: OpenView): StepState {
  return view.question === '' ? open() : done()
}

/** In the circle: members, and everybody where everybody makes the plan together. */
export function isInCircle(person: { readonly role: string }, view: Pick<OpenView, 'hasDoor'>): boolean {
  return person.role === 'member' || (person.role === 'professional' && !view.hasDoor)
}

function circleState(view: OpenView): StepState {
  const circle = view.people.filter((person) => isInCircle(person, view))
  if (circle.length === 0) return open(m.pr_nobody_yet())
  const invitationOf = (id: string) => view.preparation?.people.find((each) => each.id === id)?.invitation
  const coming = circle.filter(({ id, here }) => here || invitationOf(id) === 'coming').length
  const answered = circle.filter(({ id }) => invitationOf(id) === 'notComing').length + coming
  const note =
    coming === 1 ? m.pr_coming_one({ alle: circle.length }) : m.pr_coming({ n: coming, alle: circle.length })
  return answered === circle.length ? done(note) : begun(note)
}

function timeState(view: OpenView): StepState {
  const hasTime = view.startsAt !== null
  const hasPlace = view.place !== ''
  if (hasTime && hasPlace) return done()
  return hasTime ? begun(m.pr_no_place()) : hasPlace ? begun(m.pr_no_time()) : open()
}

function informationState(view: OpenView): StepState {
  const tellers = view.people.filter(({ role }) => role === 'professional')
  if (tellers.length === 0) {
    return view.preparation?.nobodyTells === true ? done(m.pr_tells_nobody()) : open()
  }
  const written = tellers.filter(({ id }) => view.points.some(({ personId }) => personId === id)).length
  const note = tellers.length === 1 ? m.pr_tells_one() : m.pr_tells_more({ n: tellers.length })
  return written === tellers.length ? done(note) : written > 0 ? begun(note) : open(note)
}

function wishesState(view: OpenView): StepState {
  const wishes = view.preparation?.wishes
  if (wishes === undefined) return open(m.pr_wishes_note())
  const { address, food, opening, other } = wishes
  if (address !== null) return done()
  return [food, opening, other].some((words) => words !== '')
    ? begun(m.pr_wishes_note())
    : open(m.pr_wishes_note())
}

function cardsState(view: OpenView): StepState {
  const circle = view.people.filter((person) => isInCircle(person, view))
  const hasCard = (id: string) => view.preparation?.people.find((each) => each.id === id)?.hasCard === true
  const left = circle.filter(({ id }) => !hasCard(id)).length
  if (circle.length === 0 || left === circle.length) return open()
  return left === 0 ? done() : begun(m.pr_cards_left({ n: left }))
}

/** How many days until the meeting by the calendar of its place; null for no date. */
export function daysLeft(startsAt: string | null, now: Date = new Date()): number | null {
  return startsAt === null ? null : dayNumber(new Date(startsAt)) - dayNumber(now)
}

/** The same in words; nothing when the meeting has been. */
export function daysLeftText(startsAt: string | null, now: Date = new Date()): string {
  const days = daysLeft(startsAt, now)
  if (days === null || days < 0) return ''
  return days === 0 ? m.pr_days_today() : days === 1 ? m.pr_days_tomorrow() : m.pr_days_left({ n: days })
}

function dayNumber(moment: Date): number {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(
    moment,
  )
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
