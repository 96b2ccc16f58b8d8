import type { ReactNode } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { noRepeat } from './noRepeat.ts'
import moments from '../Moment.module.css'
import styles from './Table.module.css'
import type { Moves } from './useMoves.ts'

export interface AskMoveProps {
  readonly ask: string
  /** What it means: a few short sentences. */
  readonly lines: readonly string[]
  readonly yes: string
  /** What the button says while it is being done. */
  readonly doing?: string
  readonly no?: string
  readonly moves: Moves
  readonly onYes: () => void
  readonly onNo: () => void
  /** What the room has to know before it answers. */
  readonly children?: ReactNode
}

/** A question to the room before the meeting moves on: what it means, yes, and not now. Enter is yes, Esc is no. */
export function AskMove(props: AskMoveProps) {
  const { ask, lines, yes, doing, no, moves, onYes, onNo, children } = props
  const first = useFirstFocus<HTMLButtonElement>()
  useEscape(onNo)
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>{ask}</h1>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
      {moves.said === null ? null : <Notice kind="error">{moves.said}</Notice>}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="moment"
          ref={first}
          shortcut={m.key_enter()}
          disabled={moves.busy}
          onKeyDown={noRepeat}
          onClick={onYes}
        >
          {moves.busy && doing !== undefined ? doing : yes}
        </Button>
        <Button size="moment" shortcut="Esc" disabled={moves.busy} onClick={onNo}>
          {no ?? m.bt_wait()}
        </Button>
      </div>
    </main>
  )
}
