import type { Phase } from '../phase/phases.ts'
import type { Action } from './actions.ts'
import type { Role, Setting } from './roles.ts'

/** Total by type: leave out one cell and it does not compile. An absent right is an explicit `none`. */
export type PolicyTable = {
  readonly [A in Action]: { readonly [S in Setting]: { readonly [P in Phase]: readonly Role[] } }
}

const none = [] as const
const everybody = ['member', 'board', 'professional', 'coordinator'] as const
const circle = ['member', 'board'] as const

/** The phases from presentation on refuse until they are built: default refuse. */
const later = { presentation: none, signing: none, followUp: none, closed: none } as const

/**
 * THE table: action x setting x phase -> the roles that may, when their seat stands `in`.
 * The same matrix is printed in shared/SPEC.md and compared by a test, so a change of rights shows twice in review.
 */
export const table = {
  'view.read': {
    withDoor: {
      preparation: everybody,
      information: everybody,
      deliberation: everybody,
      presentation: everybody,
      signing: everybody,
      followUp: everybody,
      closed: everybody,
    },
    together: {
      preparation: everybody,
      information: everybody,
      deliberation: everybody,
      presentation: everybody,
      signing: everybody,
      followUp: everybody,
      closed: everybody,
    },
  },
  'self.edit': {
    withDoor: { preparation: ['member'], information: ['member'], deliberation: none, ...later },
    together: {
      preparation: ['member', 'professional'],
      information: ['member', 'professional'],
      deliberation: ['member', 'professional'],
      ...later,
    },
  },
  'conference.edit': {
    withDoor: { preparation: ['coordinator'], information: ['coordinator'], deliberation: none, ...later },
    together: {
      preparation: ['coordinator'],
      information: ['coordinator'],
      deliberation: ['coordinator'],
      ...later,
    },
  },
  'links.read': {
    withDoor: { preparation: ['coordinator'], information: ['coordinator'], deliberation: none, ...later },
    together: {
      preparation: ['coordinator'],
      information: ['coordinator'],
      deliberation: ['coordinator'],
      ...later,
    },
  },
  'points.write': {
    withDoor: { preparation: ['professional'], information: ['professional'], deliberation: none, ...later },
    together: { preparation: ['professional'], information: ['professional'], deliberation: none, ...later },
  },
  'join.answer': {
    withDoor: {
      preparation: ['member', 'board', 'coordinator'],
      information: ['member', 'board', 'coordinator'],
      deliberation: none,
      ...later,
    },
    together: {
      preparation: ['member', 'board', 'coordinator'],
      information: ['member', 'board', 'coordinator'],
      deliberation: ['member', 'board', 'coordinator'],
      ...later,
    },
  },
  'board.pair': {
    withDoor: {
      preparation: ['member', 'coordinator'],
      information: ['member', 'coordinator'],
      deliberation: none,
      ...later,
    },
    together: {
      preparation: ['member', 'coordinator'],
      information: ['member', 'coordinator'],
      deliberation: ['member', 'coordinator'],
      ...later,
    },
  },
  'phase.begin': {
    withDoor: { preparation: ['coordinator'], information: none, deliberation: none, ...later },
    together: { preparation: ['coordinator'], information: none, deliberation: none, ...later },
  },
  'phase.draft': {
    withDoor: { preparation: none, information: circle, deliberation: none, ...later },
    together: { preparation: none, information: ['coordinator'], deliberation: none, ...later },
  },
  'phase.end': {
    withDoor: {
      preparation: ['coordinator'],
      information: ['coordinator'],
      deliberation: ['coordinator'],
      presentation: ['coordinator'],
      signing: ['coordinator'],
      followUp: ['coordinator'],
      closed: none,
    },
    together: {
      preparation: ['coordinator'],
      information: ['coordinator'],
      deliberation: ['coordinator'],
      presentation: ['coordinator'],
      signing: ['coordinator'],
      followUp: ['coordinator'],
      closed: none,
    },
  },
  'room.leave': {
    withDoor: {
      preparation: none,
      information: ['professional', 'coordinator'],
      deliberation: none,
      ...later,
    },
    together: { preparation: none, information: none, deliberation: none, ...later },
  },
  'plan.read': {
    withDoor: { preparation: none, information: none, deliberation: none, ...later },
    together: { preparation: none, information: none, deliberation: everybody, ...later },
  },
  'plan.write': {
    withDoor: { preparation: none, information: none, deliberation: none, ...later },
    together: {
      preparation: none,
      information: none,
      deliberation: ['member', 'board', 'professional'],
      ...later,
    },
  },
  'draft.connect': {
    withDoor: { preparation: none, information: none, deliberation: circle, ...later },
    together: { preparation: none, information: none, deliberation: none, ...later },
  },
  'call.make': {
    withDoor: { preparation: none, information: circle, deliberation: circle, ...later },
    together: { preparation: none, information: none, deliberation: none, ...later },
  },
  'call.answer': {
    withDoor: {
      preparation: none,
      information: ['coordinator'],
      deliberation: ['coordinator'],
      ...later,
    },
    together: { preparation: none, information: none, deliberation: none, ...later },
  },
} as const satisfies PolicyTable
