import type { Circle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { BoardLanguage } from './BoardLanguage.tsx'
import type { BoardSettings } from './boardSettings.ts'
import styles from './Moment.module.css'

export interface KeysHelpProps {
  readonly circle: Circle
  readonly hasDoor: boolean
  readonly settings: BoardSettings
  readonly onSettings: (settings: BoardSettings) => void
  readonly onLeave: () => void
}

/** All keys on one page, and the switch for letters as keys. */
export function KeysHelp({ circle, hasDoor, settings, onSettings, onLeave }: KeysHelpProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const coord = sayNames(circle.coordinators)
  const rows: readonly (readonly [string, string] | null)[] = [
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
    hasDoor ? ['D', m.keys_door()] : null,
    ['B', m.keys_rest()],
    ['C', m.keys_contrast()],
    [m.key_plus_minus(), m.keys_density()],
    circle.doorClosed && coord !== '' ? ['F', m.keys_call({ coord })] : null,
    ['?', m.keys_help()],
  ]
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
      <p className={styles['small']}>{m.keys_typing()}</p>
      <div className={styles['buttons']}>
        <Button onClick={() => onSettings({ ...settings, singleKeys: !settings.singleKeys })}>
          {settings.singleKeys ? m.keys_off() : m.keys_on()}
        </Button>
        <Button onClick={() => onSettings({ ...settings, contrast: !settings.contrast })} shortcut="C">
          {m.keys_contrast()}
        </Button>
        <Button kind="primary" ref={first} shortcut="Esc" onClick={onLeave}>
          {m.keys_back()}
        </Button>
        <BoardLanguage seat={circle.me.seat} />
      </div>
    </main>
  )
}
