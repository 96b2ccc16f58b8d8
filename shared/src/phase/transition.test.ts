import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPhase, phases } from './phases.ts'
import { phaseEvents, transition, type PhaseState } from './transition.ts'

const now = '2027-03-06T13:30:00.000Z'
const at = (phase: PhaseState['phase'], revision = 3): PhaseState => ({ phase, since: now, revision })

describe('phase transition', () => {
  it('[PH1] begins, drafts, ends in order, counting the moves', () => {
    const begun = transition(at('preparation', 0), 'begin', 0, now)
    expect(begun).toEqual({ ok: true, value: { phase: 'information', since: now, revision: 1 } })
    expect(transition(at('information'), 'draft', 3, now)).toMatchObject({
      ok: true,
      value: { phase: 'deliberation' },
    })
    expect(transition(at('deliberation'), 'end', 3, now)).toMatchObject({
      ok: true,
      value: { phase: 'closed' },
    })
  })

  it('[PH2] of two who press at once one wins, the other is told', () => {
    expect(transition(at('information'), 'draft', 2, now)).toEqual({ ok: false, refusal: 'stale' })
  })

  it('[PH3] whatever the events, the phase goes back only from the table and from signing, and nothing follows the end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...phaseEvents)), (events) => {
        let state = at('preparation', 0)
        for (const event of events) {
          const next = transition(state, event, state.revision, now)
          if (!next.ok) continue
          const step = phases.indexOf(next.value.phase) - phases.indexOf(state.phase)
          const back = `${state.phase} ${next.value.phase}`
          if (step < 0) expect(['presentation deliberation', 'signing presentation']).toContain(back)
          else expect(step).toBeGreaterThan(0)
          expect(state.phase).not.toBe('closed')
          state = next.value
        }
        expect(isPhase(state.phase)).toBe(true)
      }),
    )
  })
})
