import type { Ending } from '@kringplan/shared/plan/planDoc'

/** The places where the writer at the board can stand in *Weer samen*, in the order in which Tab walks. */
export const endingSteps = ['when', 'later', 'where', 'who', 'watcher'] as const
export type EndingStep = (typeof endingSteps)[number]

/** Whether "later" is asked: a circle that has given a day does not choose it later. */
export function asksLater({ when, rule, later }: Pick<Ending, 'when' | 'rule' | 'later'>): boolean {
  return later || (when === '' && rule === null)
}

/** The next or the previous one, or null at the end: then Tab goes on to the buttons. */
export function endingStepFrom(step: EndingStep, by: 1 | -1, ending: Ending): EndingStep | null {
  const asked = endingSteps.filter((one) => one === step || one !== 'later' || asksLater(ending))
  return asked[asked.indexOf(step) + by] ?? null
}

/** Whether the circle has said when it meets again: a day, in words or chosen, or that it chooses one later. [TB6] */
export function hasDay({ when, rule, later }: Pick<Ending, 'when' | 'rule' | 'later'>): boolean {
  return when !== '' || rule !== null || later
}

/** Where the writer begins: at the first question without an answer, or at the first of all. */
export function firstOpenStep(ending: Ending): EndingStep {
  if (!hasDay(ending)) return 'when'
  if (ending.where === '' && !ending.later) return 'where'
  if (ending.who.length === 0 && !ending.later) return 'who'
  return ending.watcher.length === 0 ? 'watcher' : 'when'
}
