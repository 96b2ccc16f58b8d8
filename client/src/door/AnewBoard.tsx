import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { useAnewWords } from './AnewWords.tsx'
import styles from './Door.module.css'

export interface AnewBoardProps {
  readonly view: ClosedView
  readonly onBack: () => void
}

/** The same on a board that has forgotten the draft. */
export function AnewBoard({ view, onBack }: AnewBoardProps) {
  const { title, lead, body, buttons } = useAnewWords(view, 'board')
  const first = useFirstFocus<HTMLButtonElement>()
  useEscape(onBack)
  return (
    <main className={styles['moment']}>
      <h1 className={styles['title']}>{title}</h1>
      <p className={styles['lead']}>{lead}</p>
      {body}
      <div className={styles['buttons']}>
        {buttons}
        <Button ref={first} kind="quiet" shortcut="Esc" onClick={onBack}>
          {m.ui_back()}
        </Button>
      </div>
    </main>
  )
}
