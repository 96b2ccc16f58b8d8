import { sayRule } from '@kringplan/shared/plan/sayWhen'
import type { WhenRule } from '@kringplan/shared/plan/when'
import { useEffect, useRef } from 'react'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { calendarCheck } from '../ui/icons/editIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { calendar } from '../ui/icons/planIcons.ts'
import styles from './When.module.css'

export interface CalendarLineProps {
  readonly rule: WhenRule | null
  /** Takes the focus: the person comes back from choosing. */
  readonly focus?: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

/** What stands in the calendar, or the way to put it there. */
export function CalendarLine({ rule, focus = false, onOpen, onRemove }: CalendarLineProps) {
  const locale = useLocale()
  const line = useRef<HTMLDivElement>(null)
  // After a sheet has given the focus to its heading: the effects of a parent run later than this one.
  useEffect(() => {
    if (focus) queueMicrotask(() => line.current?.querySelector('button')?.focus())
  }, [focus])
  const remove = () => {
    onRemove()
    // The button that was pressed goes away; the one that comes is where it can be put back.
    requestAnimationFrame(() => line.current?.querySelector('button')?.focus())
  }
  return (
    <div ref={line} className={styles['line']}>
      {rule === null ? (
        <>
          <Button icon={calendar} onClick={onOpen}>
            {m.wr_put()}
          </Button>
          <p className={styles['note']}>{m.wr_later()}</p>
        </>
      ) : (
        <>
          <p className={styles['stands']}>
            <Icon shape={calendarCheck} />
            <span>
              <b>{m.wr_in()}</b> <bdi>{sayRule(rule, locale)}</bdi>
            </span>
          </p>
          <div className={styles['acts']}>
            <Button onClick={onOpen}>{m.wr_change()}</Button>
            <Button kind="quiet" onClick={remove}>
              {m.wr_remove()}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
