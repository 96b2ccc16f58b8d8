import type { Phase } from '@kringplan/shared/phase/phases'
import type { Circle } from '../circle/circle.ts'
import { AppCodeLine } from '../fingerprint/AppCodeLine.tsx'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { BoardLanguage } from './BoardLanguage.tsx'
import type { BoardSettings } from './boardSettings.ts'
import styles from './Moment.module.css'

export interface KeysHelpProps {
  readonly circle: Circle
  readonly phase: Phase
  readonly hasDoor: boolean
  readonly settings: BoardSettings
  readonly onSettings: (settings: BoardSettings) => void
  readonly onLeave: () => void
}

/** All keys on one page, and the switch for letters as keys. */
export function KeysHelp({ circle, phase, hasDoor, settings, onSettings, onLeave }: KeysHelpProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const rows = phase === 'signing' ? signingRows() : planRows({ circle, phase, hasDoor })
  return (
    <main className={styles['keys']}>
      <h1 className={styles['asked']}>{m.keys_title()}</h1>
      <dl className={styles['keyList']}>
        {rows.map((row) =>
          row === null ? null : (
            <div key={`${row[0]} ${row[1]}`} className={styles['keyRow']}>
              <dt>
                <kbd className={styles['key']}>{row[0]}</kbd>
              </dt>
              <dd>{row[1]}</dd>
            </div>
          ),
        )}
      </dl>
      <p className={styles['small']}>
        {m.keys_typing()} <AppCodeLine />
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => onSettings({ ...settings, singleKeys: !settings.singleKeys })}>
          {settings.singleKeys ? m.keys_off() : m.keys_on()}
        </Button>
        <Button onClick={() => onSettings({ ...settings, contrast: !settings.contrast })} shortcut="C">
          {m.keys_contrast()}
        </Button>
        <Button kind="primary" ref={first} shortcut="Esc" onClick={onLeave}>
          {phase === 'signing' ? m.ui_back() : m.keys_back()}
        </Button>
        <BoardLanguage seat={circle.me.seat} />
      </div>
    </main>
  )
}

type Row = readonly [key: string, does: string]

interface PlanRowsFacts {
  readonly circle: Circle
  readonly phase: Phase
  readonly hasDoor: boolean
}

/** The keys of the page of the plan, and those that the phase adds. */
function planRows({ circle, phase, hasDoor }: PlanRowsFacts): readonly (Row | null)[] {
  const coord = sayNames(circle.coordinators)
  const isTable = phase === 'presentation'
  const isTogether = phase === 'deliberation' && !circle.doorClosed
  return [
    ['N', m.keys_new()],
    [m.key_tab(), m.keys_next()],
    [m.key_enter(), m.keys_save()],
    [m.key_esc(), m.keys_back()],
    [m.key_arrows(), m.keys_move()],
    [m.bd_key_number(), m.keys_jump()],
    [m.key_enter(), m.keys_open_one()],
    [m.key_alt_arrows(), m.keys_order()],
    [m.key_ctrl_z(), m.keys_undo()],
    ['Delete', m.a_delete()],
    [m.key_page(), m.keys_page()],
    circle.ideas === null ? null : ['I', m.keys_ideas()],
    ['P', m.keys_plan()],
    hasDoor ? ['D', isTable ? m.bt_close() : m.keys_door()] : null,
    isTable ? ['L', m.bt_read_do()] : null,
    isTable ? ['W', m.tb_again()] : null,
    isTable ? ['X', m.bt_settled()] : null,
    isTable ? ['V', m.tb_freeze()] : null,
    isTable && !hasDoor ? ['M', m.bt_redraft()] : null,
    isTogether ? ['T', m.tb_present()] : null,
    isTable || isTogether ? ['G', m.bt_onward()] : null,
    ['B', m.keys_rest()],
    ['C', m.keys_contrast()],
    [m.key_plus_minus(), m.keys_density()],
    circle.doorClosed && coord !== '' ? ['F', m.keys_call({ coord })] : null,
    circle.doorClosed && coord !== '' ? ['K', m.kn_keys({ coord })] : null,
    ['?', m.keys_help()],
  ]
}

/** The keys while the plan is signed, and while it is read then. */
function signingRows(): readonly Row[] {
  return [
    [m.key_arrows(), m.bt_keys_person()],
    [m.key_enter(), m.bt_how()],
    [m.key_esc(), m.ui_back()],
    ['L', m.bt_read_look()],
    [m.bt_key_home_end(), m.bt_keys_ends()],
    ['O', m.s_paper()],
    ['T', m.tb_table()],
    ['K', m.tb_finish()],
    ['B', m.keys_rest()],
    ['C', m.keys_contrast()],
    ['?', m.keys_help()],
  ]
}
