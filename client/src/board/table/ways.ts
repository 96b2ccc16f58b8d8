import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Action } from '@kringplan/shared/policy/actions'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'
import type { BoardAction } from '../keymap.ts'

/** A way to go on from the plan: its key, and in words what it is. */
export interface Way {
  readonly action: BoardAction
  readonly key: string
  readonly name: string
  readonly why: string
}

interface WayFacts {
  readonly action: BoardAction
  readonly key: string
  /** The right of the board that it needs. */
  readonly right: Action
  readonly door: 'withDoor' | 'together' | 'any'
  readonly name: () => string
  readonly why: () => string
}

const ways: readonly WayFacts[] = [
  {
    action: 'present',
    key: 'T',
    right: 'phase.present',
    door: 'together',
    name: m.tb_present,
    why: m.bt_present_why,
  },
  { action: 'read', key: 'L', right: 'plan.guide', door: 'any', name: m.bt_read_do, why: m.bt_read_why },
  { action: 'again', key: 'W', right: 'plan.guide', door: 'any', name: m.tb_again, why: m.bt_again_why },
  { action: 'freeze', key: 'V', right: 'phase.freeze', door: 'any', name: m.tb_freeze, why: m.bt_freeze_why },
  { action: 'door', key: 'D', right: 'phase.draft', door: 'withDoor', name: m.bt_close, why: m.bt_close_why },
  {
    action: 'redraft',
    key: 'M',
    right: 'phase.draft',
    door: 'together',
    name: m.bt_redraft,
    why: m.bt_redraft_why,
  },
]

/** What the board can do now to bring the meeting on: shown as a page, and each by its key. */
export function waysOf(view: OpenView): readonly Way[] {
  const setting = view.hasDoor ? 'withDoor' : 'together'
  return ways
    .filter(({ right, door }) => may(view, right) && (door === 'any' || door === setting))
    .map(({ action, key, name, why }) => ({ action, key, name: name(), why: why() }))
}
