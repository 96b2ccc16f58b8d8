import { files, routes, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { phases, type Phase } from '@kringplan/shared/phase/phases'
import { actionList, type Action } from '@kringplan/shared/policy/actions'
import { roles, settings, standings, type Role, type Setting } from '@kringplan/shared/policy/roles'
import { table } from '@kringplan/shared/policy/table'

/*
 * All cells of the policy, as they can be tried over the wire: who x phase x setting x what. The list is made from the
 * table and the routes, so that whoever adds one gets its cells.
 */

/** Who asks: a seat of a role in a standing, one that has ended, or a coordinator who was called and said "I am coming". */
export interface Who {
  readonly role: Role
  readonly standing: (typeof standings)[number] | 'ended' | 'called in'
}

/** One thing to try: a route, a file, or a verb on one of the sockets. */
export interface Target {
  readonly name: string
  readonly action: Action
  /** A socket's verb that needs the door token shown before. */
  readonly proof?: boolean
}

export const everybody: readonly Who[] = [
  ...roles.flatMap((role) => [...standings, 'ended' as const].map((standing) => ({ role, standing }))),
  { role: 'coordinator', standing: 'called in' },
]

export const places = settings.flatMap((setting) => phases.map((phase) => ({ setting, phase })))

/** Whether there can be such a seat here: only where somebody may call can somebody have been called. */
export function exists({ standing }: Who, setting: Setting, phase: Phase): boolean {
  return standing !== 'called in' || table['call.make'][setting][phase].length > 0
}

export const routeTargets: readonly (Target & { readonly name: RouteName })[] = (
  Object.keys(routes) as RouteName[]
).flatMap((name) => {
  const route: Route = routes[name]
  return route.access.kind === 'seat' ? [{ name, action: route.access.action }] : []
})

export const fileTargets: readonly (Target & { readonly name: keyof typeof files })[] = (
  Object.keys(files) as (keyof typeof files)[]
).map((name) => ({ name, action: 'version.read' }))

export const liveTargets: readonly Target[] = [
  { name: 'live: be told', action: 'view.read' },
  { name: 'live: say something', action: 'view.read' },
]

export const documentTargets: readonly Target[] = [
  { name: 'document: ask for all of it', action: 'plan.read' },
  { name: 'document: ask who is there', action: 'plan.read' },
  { name: 'document: write', action: 'plan.write' },
  { name: 'document: be there', action: 'plan.write' },
  { name: 'document of another step', action: 'plan.read' },
]

const sealedVerbs = ['append', 'snapshot', 'ephemeral', 'rekey', 'knock', 'admit'] as const

export const sealedTargets: readonly Target[] = [false, true].flatMap((proof) =>
  [...sealedVerbs, 'hello' as const].map((verb) => ({
    name: `sealed ${proof ? 'inside' : 'outside'}: ${verb}`,
    action: 'draft.connect' as const,
    proof,
  })),
)

const allTargets = [...routeTargets, ...fileTargets, ...liveTargets, ...documentTargets, ...sealedTargets]

export function cellName(who: Who, setting: Setting, phase: Phase, what: string): string {
  return `${setting} | ${phase} | ${who.role} ${who.standing} | ${what}`
}

/** Every cell that must have been tried in the end: each target, and through them each right of the table. */
export function allCells(): readonly string[] {
  return places.flatMap(({ setting, phase }) =>
    everybody
      .filter((who) => exists(who, setting, phase))
      .flatMap((who) =>
        [...allTargets.map(({ name }) => name), ...actionList.map((action) => `right: ${action}`)].map(
          (what) => cellName(who, setting, phase, what),
        ),
      ),
  )
}

/**
 * The answer of the policy, read from the table itself and the rules PO6 and PO7. Behind a closed door the card, not the
 * server, judges a member that waits.
 */
export function isAllowed({ role, standing }: Who, setting: Setting, phase: Phase, action: Action): boolean {
  const isShut = setting === 'withDoor' && phase === 'deliberation'
  const waits = standing === 'pending' && !(isShut && role === 'member')
  if (standing === 'ended' || waits) return action === 'view.read'
  const heard: readonly Action[] = ['view.read', 'call.answer', 'knock.make', 'phase.end']
  if (standing === 'outside' && !heard.includes(action)) return false
  return table[action][setting][phase].some((one) => one === role)
}

/** What a screen of this seat is called here. */
export function viewKind({ standing }: Who, setting: Setting, phase: Phase): string {
  if (standing === 'ended' || phase === 'closed') return 'ended'
  if (setting === 'withDoor' && phase === 'deliberation') return 'closed'
  if (standing === 'pending') return 'waiting'
  return standing === 'outside' ? 'outside' : 'open'
}

/** The plan on the table is a new document. */
export function newestDocument(phase: Phase): 'plan-1' | 'plan-2' {
  return ['presentation', 'signing', 'followUp'].includes(phase) ? 'plan-2' : 'plan-1'
}
