import { OutAsked } from '../door/OutAsked.tsx'
import styles from './BoardPlan.module.css'

/** "Wim vraagt: halen wij de telefoon van Kees eruit?" on the board, which may be the second that says yes. */
export function OutStrip() {
  return (
    <OutAsked>
      {(words, buttons) => (
        <div className={styles['called']}>
          <span>{words}</span>
          {buttons}
        </div>
      )}
    </OutAsked>
  )
}
