import type { Phase } from '@kringplan/shared/phase/phases'
import { useRef } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import type { BoardAction } from '../keymap.ts'
import { useBoardKeys } from '../useBoardKeys.ts'
import moments from '../Moment.module.css'
import styles from './Table.module.css'
import { useArrowFocus } from './useArrowFocus.ts'
import type { Way } from './ways.ts'

export interface OnwardScreenProps {
  readonly ways: readonly Way[]
  readonly phase: Phase
  readonly singleKeys: boolean
  readonly onWay: (action: BoardAction) => void
  readonly onLeave: () => void
}

/** How the meeting can go on from here, in words: each way by a button, and its key beside it. */
export function OnwardScreen({ ways, phase, singleKeys, onWay, onLeave }: OnwardScreenProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const list = useRef<HTMLUListElement>(null)
  useArrowFocus(list)
  useEscape(onLeave)
  useBoardKeys(
    singleKeys,
    (action) => ways.some((way) => way.action === action) && (onWay(action), true),
    phase,
  )
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>{m.bt_onward()}</h1>
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
