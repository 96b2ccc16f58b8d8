import { table, type PolicyTable } from './table.ts'
import type { Action } from './actions.ts'

/** Who asks, as it comes from storage: loose on purpose, anything unknown is refused. */
export interface Asker {
  readonly role: string
  readonly standing: string
  readonly setting: string
  readonly phase: string
}

/** What a seat may do that waits for a yes, or whose person went outside. */
const withoutStanding: readonly Action[] = ['view.read']

/** Somebody outside can still hear a call, knock at the closed door, and end the conference that they lead. */
const fromOutside: readonly Action[] = ['view.read', 'call.answer', 'knock.make', 'phase.end']

/**
 * The only function that reads the table. Pure, default refuse: an unknown role, phase, setting, standing or
 * action (also `__proto__` and the like) is answered false. The server decides by it on every request and frame;
 * the client only shows and hides by it.
 */
export function can(who: Asker, action: Action): boolean {
  if (who.standing === 'pending' && !withoutStanding.includes(action)) return false
  if (who.standing === 'outside' && !fromOutside.includes(action)) return false
  if (who.standing !== 'in' && who.standing !== 'pending' && who.standing !== 'outside') return false
  const rights: PolicyTable = table
  if (!Object.hasOwn(rights, action)) return false
  const bySetting: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = rights[action]
  if (!Object.hasOwn(bySetting, who.setting)) return false
  const byPhase = bySetting[who.setting] ?? {}
  if (!Object.hasOwn(byPhase, who.phase)) return false
  return (byPhase[who.phase] ?? []).includes(who.role)
}

/** Whether the door of a conference is closed now: then nobody outside gets a byte of what happens inside. */
export function isDoorClosed(where: { readonly setting: string; readonly phase: string }): boolean {
  return where.setting === 'withDoor' && where.phase === 'deliberation'
}
