import type { Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import styles from './BoardPlan.module.css'
import wall from './IdeasWall.module.css'
import { ArrivalWords, TurnPage, type PlanBarProps } from './PlanHeader.tsx'

export interface IdeasBarProps extends Pick<PlanBarProps, 'page' | 'pages' | 'onPage' | 'notice'> {
  readonly circle: Circle
  /** How many ideas and agreements there are: pages of the board, no count of people. */
  readonly ideas: number
  readonly agreements: number
  readonly onNew: () => void
  readonly onPlan: () => void
}

/** What the page is, the way to the plan, a new idea, and from the start that ideas are thrown away. */
export function IdeasBar(props: IdeasBarProps) {
  const { circle, page, pages, onPage, notice } = props
  return (
    <div className={styles['bar']}>
      <h2 className={styles['tab']}>
        {m.idea_title()} <b>{props.ideas}</b>
      </h2>
      <button type="button" className={styles['otherTab']} onClick={props.onPlan}>
        {m.plan_title()} <b>{props.agreements}</b>
      </button>
      {circle.canWrite ? (
        <button type="button" className={styles['new']} onClick={props.onNew}>
          <Icon shape={plus} />
          {m.idea_new()} <kbd aria-hidden="true">I</kbd>
        </button>
      ) : null}
      <TurnPage page={page} pages={pages} onPage={onPage} />
      {notice === '' ? null : <p className={styles['notice']}>{notice}</p>}
      <ArrivalWords circle={circle} />
      <p className={wall['gone']}>{m.idea_gone()}</p>
    </div>
  )
}

/** Which keys do what on the wall. Letters are left out where they are switched off. */
export function WallHints({ singleKeys, canWrite }: { singleKeys: boolean; canWrite: boolean }) {
  return (
    <p className={wall['hints']}>
      <span>
        <kbd dir="ltr">←</kbd>
        <kbd dir="ltr">→</kbd> {m.idea_hint_choose()}
      </span>
      {canWrite ? (
        <span>
          <kbd>{m.key_enter()}</kbd> {m.idea_hint_make()}
        </span>
      ) : null}
      {canWrite && singleKeys ? (
        <span>
          <kbd>I</kbd> {m.idea_hint_new()}
        </span>
      ) : null}
      {singleKeys ? (
        <span>
          <kbd>?</kbd> {m.idea_hint_help()}
        </span>
      ) : null}
    </p>
  )
}
