import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { Idea } from '@kringplan/shared/plan/ideas'
import { useRef } from 'react'
import { readLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { arrowRight, trash } from '../ui/icons/editIcons.ts'
import { check } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './IdeasWall.module.css'
import { useFit } from './useFit.ts'

export interface IdeaNoteProps {
  readonly idea: Idea
  /** Its maker as the circle knows them now. */
  readonly person: CirclePerson | undefined
  /** An agreement that was made of it stands in the plan. */
  readonly isInPlan: boolean
  /** The one in use: the whole room sees it. */
  readonly selected: boolean
  /** Only one stands in the row of Tab. */
  readonly reachable: boolean
  readonly canWrite: boolean
  readonly onSelect: () => void
  readonly onMake: () => void
  readonly onTake: () => void
}

/** One idea on the wall: its words, whose it is, and on the chosen one what can be done with it. */
export function IdeaNote(props: IdeaNoteProps) {
  const { idea, person, isInPlan, selected, canWrite } = props
  const name = person?.name ?? idea.name
  const note = useRef<HTMLLIElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const fit = useFit(
    note,
    body,
    JSON.stringify([idea.text, name, isInPlan, selected, canWrite, readLocale()]),
  )
  return (
    <li
      ref={note}
      className={styles['note']}
      data-idea={idea.id}
      data-selected={selected || undefined}
      data-fit={fit}
    >
      <div ref={body} className={styles['body']}>
        <h3 className={styles['text']}>
          <button
            type="button"
            className={styles['choose']}
            data-note={idea.id}
            aria-current={selected || undefined}
            tabIndex={props.reachable ? 0 : -1}
            onFocus={props.onSelect}
            onClick={props.onSelect}
          >
            <bdi dir="auto">{idea.text}</bdi>
          </button>
        </h3>
        <div className={styles['foot']}>
          <p className={styles['maker']}>
            {name === '' ? (
              m.idea_together()
            ) : (
              <PersonChip name={name} look={person && lookOf(person)} size="calc(44 * var(--u))" />
            )}
          </p>
          {isInPlan ? (
            <p className={styles['inPlan']}>
              <Icon shape={check} />
              {m.idea_in()}
            </p>
          ) : null}
          {selected && (canWrite || isInPlan) ? (
            <button type="button" className={styles['make']} onClick={props.onMake}>
              <Icon shape={arrowRight} mirror />
              {isInPlan ? m.idea_open() : m.idea_make()}
            </button>
          ) : null}
        </div>
      </div>
      {selected && canWrite ? (
        <button
          type="button"
          className={styles['take']}
          aria-label={m.idea_remove()}
          title={m.idea_remove()}
          onClick={props.onTake}
        >
          <Icon shape={trash} />
        </button>
      ) : null}
    </li>
  )
}
