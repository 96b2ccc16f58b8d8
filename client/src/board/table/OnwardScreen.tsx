import { useRef } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import type { BoardAction } from '../keymap.ts'
import styles from './Table.module.css'
import { useArrowFocus } from './useArrowFocus.ts'
import type { Way } from './ways.ts'

export interface OnwardScreenProps {
  readonly ways: readonly Way[]
  readonly onWay: (action: BoardAction) => void
  readonly onLeave: () => void
}

/** How the meeting can go on from here, in words: each way by a button, and its key beside it. */
export function OnwardScreen({ ways, onWay, onLeave }: OnwardScreenProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const list = useRef<HTMLUListElement>(null)
  useArrowFocus(list)
  useEscape(onLeave)
  return (
    <main className={styles['ask']}>
      <h1 className={styles['moment']}>{m.bt_onward()}</h1>
      <ul ref={list} className={styles['ways']}>
        {ways.map(({ action, key, name, why }, index) => (
          <li key={action} className={styles['way']}>
            <Button
              size="moment"
              shortcut={key}
              ref={index === 0 ? first : null}
              onClick={() => onWay(action)}
            >
              {name}
            </Button>
            <span>{why}</span>
          </li>
        ))}
      </ul>
      <Button kind="quiet" shortcut="Esc" onClick={onLeave}>
        {m.bd_to_plan()}
      </Button>
    </main>
  )
}
