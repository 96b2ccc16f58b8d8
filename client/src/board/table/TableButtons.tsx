import { m } from '../../messages/compiled/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { arrowRight } from '../../ui/icons/editIcons.ts'
import { calendar } from '../../ui/icons/planIcons.ts'
import { book } from '../../ui/icons/signIcons.ts'
import board from '../BoardPlan.module.css'
import styles from './Table.module.css'

export interface BarButtonsProps {
  readonly onRead: () => void
  readonly onAgain: () => void
  /** Whether the circle has said when it meets again. */
  readonly hasDay: boolean
}

/** Beside "Nieuwe afspraak" at the table: reading aloud, and the next meeting, which is a question until there is a day. */
export function BarButtons({ onRead, onAgain, hasDay }: BarButtonsProps) {
  return (
    <>
      <button type="button" className={board['new']} onClick={onRead}>
        <Icon shape={book} />
        {m.keys_read()} <kbd aria-hidden="true">L</kbd>
      </button>
      <button
        type="button"
        className={`${board['new']} ${styles['bar']}`}
        data-open={!hasDay || undefined}
        onClick={onAgain}
      >
        <Icon shape={calendar} />
        {hasDay ? m.tb_again() : m.bt_again_ask()} <kbd aria-hidden="true">W</kbd>
      </button>
    </>
  )
}

/** The way on from the plan, at the end of the bottom line. */
export function OnwardButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button type="button" className={`${board['new']} ${styles['onward']}`} onClick={onPress}>
      {m.ui_next()} <kbd aria-hidden="true">G</kbd>
      <Icon shape={arrowRight} mirror />
    </button>
  )
}
