import type { Question, TextField } from '@kringplan/shared/plan/schema'

/** The places where the writer at the board can stand in one agreement, in the order in which Tab walks. */
export const steps = ['what', 'who', 'where', 'when', 'fallback', 'fallbackWho'] as const
export type Step = (typeof steps)[number]

/** The next or the previous step, or null at the end: then Tab goes on to the buttons. */
export function stepFrom(step: Step, by: 1 | -1): Step | null {
  return steps[steps.indexOf(step) + by] ?? null
}

/** The question a step belongs to: who talk together then is a part of *if it does not work out*. */
export function questionOf(step: Step): Question {
  return step === 'fallbackWho' ? 'fallback' : step
}

/** Whether the answer is typed in words. */
export function isTextStep(step: Step): step is TextField {
  return step !== 'who' && step !== 'fallbackWho'
}
