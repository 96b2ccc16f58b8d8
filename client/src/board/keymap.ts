import type { Phase } from '@kringplan/shared/phase/phases'

/** What a key asks for from the moment the plan is on the table. */
const tableActions = [
  'read',
  'again',
  'onward',
  'present',
  'freeze',
  'redraft',
  'settled',
  'first',
  'last',
  'table',
  'paper',
  'finish',
] as const
export type TableAction = (typeof tableActions)[number]

/** What a key on the board asks for. */
export type BoardAction =
  | TableAction
  | 'new'
  | 'open'
  | 'back'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageBack'
  | 'pageOn'
  | 'moveUp'
  | 'moveDown'
  | 'undo'
  | 'remove'
  | 'plan'
  | 'ideas'
  | 'rest'
  | 'contrast'
  | 'larger'
  | 'smaller'
  | 'call'
  | 'door'
  | 'knock'
  | 'help'
  | 'digit'

/** A key as the browser tells it. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Binding {
  readonly action: BoardAction
  /** Values of `KeyboardEvent.key`, letters in lower case. */
  readonly keys: readonly string[]
  readonly with?: 'alt' | 'ctrl'
  /** A letter, digit or sign alone: works only outside text and can be switched off (WCAG 2.1.4). */
  readonly single: boolean
  /** The phases in which it does something. Left out: in all. */
  readonly phases?: readonly Phase[]
}

/** Whether a key belongs to the table, and not to drafting. */
export function isTableAction(action: BoardAction): action is TableAction {
  return tableActions.some((one) => one === action)
}

const onTable: readonly Phase[] = ['presentation']
const whileSigning: readonly Phase[] = ['signing']
const whileReading: readonly Phase[] = ['presentation', 'signing']

/** Every key of the board. The page with all keys is drawn from the same list. */
export const bindings: readonly Binding[] = [
  { action: 'new', keys: ['n'], single: true },
  { action: 'open', keys: ['Enter'], single: false },
  { action: 'back', keys: ['Escape'], single: false },
  { action: 'up', keys: ['ArrowUp'], single: false },
  { action: 'down', keys: ['ArrowDown'], single: false },
  { action: 'left', keys: ['ArrowLeft'], single: false },
  { action: 'right', keys: ['ArrowRight'], single: false },
  { action: 'digit', keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], single: true },
  { action: 'moveUp', keys: ['ArrowUp'], with: 'alt', single: false },
  { action: 'moveDown', keys: ['ArrowDown'], with: 'alt', single: false },
  { action: 'undo', keys: ['z'], with: 'ctrl', single: false },
  { action: 'remove', keys: ['Delete'], single: false },
  { action: 'pageBack', keys: ['PageUp'], single: false },
  { action: 'pageOn', keys: ['PageDown'], single: false },
  { action: 'ideas', keys: ['i'], single: true },
  { action: 'plan', keys: ['p'], single: true },
  { action: 'door', keys: ['d'], single: true },
  { action: 'rest', keys: ['b'], single: true },
  { action: 'contrast', keys: ['c'], single: true },
  { action: 'larger', keys: ['+', '='], single: true },
  { action: 'smaller', keys: ['-', '_'], single: true },
  { action: 'call', keys: ['f'], single: true },
  { action: 'help', keys: ['?'], single: true },
  { action: 'knock', keys: ['k'], single: true, phases: ['deliberation'] },
  { action: 'onward', keys: ['g'], single: true, phases: ['deliberation', 'presentation'] },
  { action: 'present', keys: ['t'], single: true, phases: ['deliberation'] },
  { action: 'read', keys: ['l'], single: true, phases: whileReading },
  { action: 'first', keys: ['Home'], single: false, phases: whileReading },
  { action: 'last', keys: ['End'], single: false, phases: whileReading },
  { action: 'settled', keys: ['x'], single: true, phases: onTable },
  { action: 'again', keys: ['w'], single: true, phases: onTable },
  { action: 'freeze', keys: ['v'], single: true, phases: onTable },
  { action: 'redraft', keys: ['m'], single: true, phases: onTable },
  { action: 'paper', keys: ['o'], single: true, phases: whileSigning },
  { action: 'table', keys: ['t'], single: true, phases: whileSigning },
  { action: 'finish', keys: ['k'], single: true, phases: whileSigning },
]

/**
 * What this key asks for, or null. Letters alone are nothing when they are switched off; with Ctrl, Alt or Cmd
 * held only the keys that ask for that count, so that the browser keeps its own. Not for keys typed in a text.
 */
export function readKey(
  press: KeyPress,
  singleKeys: boolean,
  phase: Phase = 'deliberation',
): BoardAction | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  const held = press.altKey ? 'alt' : press.ctrlKey || press.metaKey ? 'ctrl' : undefined
  if (press.altKey && (press.ctrlKey || press.metaKey)) return null
  if (held === 'ctrl' && press.shiftKey) return null
  const found = bindings.find(
    (binding) =>
      binding.keys.includes(key) &&
      binding.with === held &&
      (binding.phases === undefined || binding.phases.includes(phase)),
  )
  if (found === undefined || (found.single && !singleKeys)) return null
  return found.action
}
