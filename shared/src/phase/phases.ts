/** The phases of a conference, in order. `closed` is the end: nothing can be opened after it. */
export const phases = [
  'preparation',
  'information',
  'deliberation',
  'presentation',
  'signing',
  'followUp',
  'closed',
] as const

export type Phase = (typeof phases)[number]

/** Whether `value` names a phase. */
export function isPhase(value: unknown): value is Phase {
  return phases.some((phase) => phase === value)
}
