import type { Phase } from '../phase/phases.ts'
import type { Action } from './actions.ts'
import type { Role, Setting } from './roles.ts'

/** Who may in each phase. */
type Row = { readonly [P in Phase]: readonly Role[] }

/** Total by type: leave out one action, setting or phase and it does not compile. An absent right is an explicit `none`. */
export type PolicyTable = { readonly [A in Action]: { readonly [S in Setting]: Row } }

/* Member, Board, Professional, Coordinator: the letters of the matrix in SPEC.md. */
const none = [] as const
const all = ['member', 'board', 'professional', 'coordinator'] as const
const C = ['coordinator'] as const
const M = ['member'] as const
const P = ['professional'] as const
const MB = ['member', 'board'] as const
const MC = ['member', 'coordinator'] as const
const MP = ['member', 'professional'] as const
const PC = ['professional', 'coordinator'] as const
const MBC = ['member', 'board', 'coordinator'] as const
const MBP = ['member', 'board', 'professional'] as const

type Roles = readonly Role[]

/** One cell for each phase, in their order. */
const row = (
  preparation: Roles,
  information: Roles,
  deliberation: Roles,
  presentation: Roles,
  signing: Roles,
  followUp: Roles,
  closed: Roles,
): Row => ({ preparation, information, deliberation, presentation, signing, followUp, closed })

/**
 * THE table: action x setting x phase -> the roles that may, when their seat stands `in`.
 * The same matrix is printed in shared/SPEC.md and compared by a test, so a change of rights shows twice in review.
 */
export const table: PolicyTable = {
  'view.read': {
    withDoor: row(all, all, all, all, all, all, all),
    together: row(all, all, all, all, all, all, all),
  },
  'self.edit': {
    withDoor: row(M, M, none, M, M, none, none),
    together: row(MP, MP, MP, MP, MP, none, none),
  },
  'conference.edit': {
    withDoor: row(C, C, none, none, none, none, none),
    together: row(C, C, C, none, none, none, none),
  },
  'links.read': {
    withDoor: row(C, C, none, C, C, none, none),
    together: row(C, C, C, C, C, none, none),
  },
  'points.write': {
    withDoor: row(P, P, none, none, none, none, none),
    together: row(P, P, none, none, none, none, none),
  },
  'join.answer': {
    withDoor: row(MBC, MBC, none, MBC, MBC, MB, none),
    together: row(MBC, MBC, MBC, MBC, MBC, MB, none),
  },
  'board.pair': {
    withDoor: row(MC, MC, none, MC, MC, M, none),
    together: row(MC, MC, MC, MC, MC, M, none),
  },
  'phase.begin': {
    withDoor: row(C, none, none, none, none, none, none),
    together: row(C, none, none, none, none, none, none),
  },
  'phase.draft': {
    withDoor: row(none, MB, none, MB, none, none, none),
    together: row(none, C, none, MBC, none, none, none),
  },
  'phase.present': {
    withDoor: row(none, none, MB, none, none, none, none),
    together: row(none, none, MBC, none, none, none, none),
  },
  'phase.freeze': {
    withDoor: row(none, none, none, MB, none, none, none),
    together: row(none, none, none, MBC, none, none, none),
  },
  'phase.table': {
    withDoor: row(none, none, none, none, MB, none, none),
    together: row(none, none, none, none, MBC, none, none),
  },
  'phase.finish': {
    withDoor: row(none, none, none, none, MB, none, none),
    together: row(none, none, none, none, MBC, none, none),
  },
  'proposal.drop': {
    withDoor: row(none, none, none, MB, MB, MB, none),
    together: row(none, none, MB, MB, MB, MB, none),
  },
  'phase.end': {
    withDoor: row(C, C, C, MC, MC, MC, none),
    together: row(C, C, C, MC, MC, MC, none),
  },
  'room.leave': {
    withDoor: row(none, PC, none, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'plan.read': {
    withDoor: row(none, none, none, all, all, none, none),
    together: row(none, none, all, all, all, none, none),
  },
  'plan.write': {
    withDoor: row(none, none, none, MB, none, none, none),
    together: row(none, none, MBP, MBP, none, none, none),
  },
  'plan.guide': {
    withDoor: row(none, none, none, MB, none, none, none),
    together: row(none, none, none, MBC, none, none, none),
  },
  'plan.mark': {
    withDoor: row(none, none, none, PC, none, none, none),
    together: row(none, none, none, PC, none, none, none),
  },
  'plan.answer': {
    withDoor: row(none, none, none, P, none, none, none),
    together: row(none, none, none, P, none, none, none),
  },
  'version.read': {
    withDoor: row(none, none, none, none, all, MBP, none),
    together: row(none, none, none, none, all, MBP, none),
  },
  'plan.sign': {
    withDoor: row(none, none, none, none, MB, M, none),
    together: row(none, none, none, none, MBP, MP, none),
  },
  'plan.unsign': {
    withDoor: row(none, none, none, none, MB, none, none),
    together: row(none, none, none, none, MBP, none, none),
  },
  'copy.share': {
    withDoor: row(none, none, none, none, MB, MB, none),
    together: row(none, none, none, none, MB, MB, none),
  },
  'seat.end': {
    withDoor: row(MBP, MBP, none, MBP, MBP, MBP, none),
    together: row(MBP, MBP, MBP, MBP, MBP, MBP, none),
  },
  'draft.connect': {
    withDoor: row(none, none, MB, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'draft.anew': {
    withDoor: row(none, none, MB, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'call.make': {
    withDoor: row(none, MB, MB, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'call.answer': {
    withDoor: row(none, C, C, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'knock.make': {
    withDoor: row(none, none, C, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'knock.answer': {
    withDoor: row(none, none, MB, none, none, none, none),
    together: row(none, none, none, none, none, none, none),
  },
  'log.read': {
    withDoor: row(MB, MB, MB, MB, MB, MB, none),
    together: row(MB, MB, MB, MB, MB, MB, none),
  },
}
