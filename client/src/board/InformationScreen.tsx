import type { OpenView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { caretLeft } from '../ui/icons/icons.ts'
import { caretRight } from '../ui/icons/screenIcons.ts'
import styles from './Before.module.css'

export interface InformationScreenProps {
  readonly view: OpenView
  readonly page: number
  readonly onPage: (page: number) => void
  readonly onBack: () => void
  readonly onDoor: () => void
}

/** B2: one point a page, large. After the last one comes the door. */
export function InformationScreen({ view, page, onPage, onBack, onDoor }: InformationScreenProps) {
  const point = view.points[page]
  const isLast = page >= view.points.length - 1
  return (
    <main className={styles['one']}>
      <p className={styles['small']} dir="auto">
        {view.question}
      </p>
      {point === undefined ? (
        <h1 className={styles['large']}>{m.bd_info_none()}</h1>
      ) : (
        <div className={styles['point']}>
          <p className={styles['kind']}>{point.kind === 'worry' ? m.k_points_worry() : m.k_points_offer()}</p>
          <h1 className={styles['large']} dir="auto">
            {point.text}
          </h1>
          <p className={styles['lead']}>{m.bd_info_of({ naam: point.by })}</p>
        </div>
      )}
      <div className={styles['buttons']}>
        <Button icon={caretLeft} onClick={() => (page > 0 ? onPage(page - 1) : onBack())}>
          {m.ui_back()}
        </Button>
        {view.points.length > 1 ? (
          <span className={styles['small']}>{m.plan_page({ a: page + 1, b: view.points.length })}</span>
        ) : null}
        {isLast ? (
          <Button kind="primary" shortcut="D" onClick={onDoor}>
            {m.keys_door()}
          </Button>
        ) : (
          <Button kind="primary" icon={caretRight} onClick={() => onPage(page + 1)}>
            {m.ui_next()}
          </Button>
        )}
      </div>
    </main>
  )
}
