import { ok, refuse, type Result } from '../result.ts'
import type { Phase } from './phases.ts'

/** Where a conference is. `revision` counts the moves: each event carries the revision it saw. */
export interface PhaseState {
  readonly phase: Phase
  /** ISO 8601, UTC. */
  readonly since: string
  readonly revision: number
}

/** What moves a meeting on. Who may send it is not asked here but in the policy (actions `phase.*`). */
export const phaseEvents = ['begin', 'draft', 'present', 'freeze', 'table', 'finish', 'end'] as const
export type PhaseEvent = (typeof phaseEvents)[number]

const moves: Readonly<Record<PhaseEvent, { readonly from: readonly Phase[]; readonly to: Phase }>> = {
  begin: { from: ['preparation'], to: 'information' },
  /** Making the plan, and making it again: from the table the door closes once more. */
  draft: { from: ['information', 'presentation'], to: 'deliberation' },
  /** The plan comes on the table; where there is a door, this opens it. */
  present: { from: ['deliberation'], to: 'presentation' },
  /** One version stands fixed, to be signed. */
  freeze: { from: ['presentation'], to: 'signing' },
  /** Back to the table: what is changed becomes a new version. */
  table: { from: ['signing'], to: 'presentation' },
  /** "Klaar": everybody gets a copy. */
  finish: { from: ['signing'], to: 'followUp' },
  end: {
    from: ['preparation', 'information', 'deliberation', 'presentation', 'signing', 'followUp'],
    to: 'closed',
  },
}

/**
 * The next state, or why not: `stale` when the event was made against another revision (two people pressing
 * at once: one wins, the other is told), `refused` when the phase does not have this move.
 * @param now ISO 8601, UTC
 */
export function transition(
  state: PhaseState,
  event: PhaseEvent,
  seenRevision: number,
  now: string,
): Result<PhaseState, 'stale' | 'refused'> {
  if (seenRevision !== state.revision) return refuse('stale')
  const move = moves[event]
  if (!move.from.includes(state.phase)) return refuse('refused')
  return ok({ phase: move.to, since: now, revision: state.revision + 1 })
}
