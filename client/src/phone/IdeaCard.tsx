import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { Idea } from '@kringplan/shared/plan/ideas'
import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { Button } from '../ui/Button.tsx'
import { check } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './PhoneIdeas.module.css'

export interface IdeaCardProps {
  readonly idea: Idea
  /** Its maker as the circle knows them now. */
  readonly person: CirclePerson | undefined
  /** Where the agreement that was made of it is; null while none stands in the plan. */
  readonly agreementPath: string | null
  /** Left out for who may only read. */
  readonly onMake: (() => void) | undefined
  /** Left out for an idea of somebody else. */
  readonly onTakeBack: (() => void) | undefined
}

/** An idea on the wall: its words, whose it is, and what can be done with it. */
export function IdeaCard({ idea, person, agreementPath, onMake, onTakeBack }: IdeaCardProps) {
  const name = person?.name ?? idea.name
  return (
    <li className={styles['card']}>
      <p className={styles['text']}>
        <bdi>{idea.text}</bdi>
      </p>
      <div className={styles['foot']}>
        <p className={styles['maker']}>
          {name === '' ? (
            m.idea_together()
          ) : (
            <PersonChip name={name} look={person && lookOf(person)} size="34px" />
          )}
        </p>
        {agreementPath === null ? null : (
          <p className={styles['inPlan']}>
            <Icon shape={check} />
            <Link href={agreementPath}>{m.idea_in()}</Link>
          </p>
        )}
      </div>
      {(agreementPath === null && onMake !== undefined) || onTakeBack !== undefined ? (
        <div className={styles['acts']}>
          {agreementPath === null && onMake !== undefined ? (
            <Button onClick={onMake}>{m.idea_make()}</Button>
          ) : null}
          {onTakeBack === undefined ? null : (
            <Button kind="quiet" onClick={onTakeBack}>
              {m.idea_back()}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  )
}
