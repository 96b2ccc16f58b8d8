import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import styles from './Moment.module.css'

/** The cover: only the question. For a pause, for food, for when somebody comes in. */
export function RestCover({
  question,
  onLeave,
}: {
  readonly question: string
  readonly onLeave: () => void
}) {
  return (
    <main className={styles['rest']}>
      <p className={styles['small']}>{m.board_rest()}</p>
      <h1 className={styles['moment']} dir="auto">
        {question}
      </h1>
      <Button kind="quiet" shortcut="B" onClick={onLeave}>
        {m.keys_back()}
      </Button>
    </main>
  )
}
