import type { CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import { PersonChip } from '../../ui/PersonChip.tsx'
import styles from './Ready.module.css'

export interface ReadyPeopleProps {
  readonly who: readonly CanonicalWho[]
  readonly file: PlanFile
}

/** People of a frozen plan, under the names that were signed. */
export function ReadyPeople({ who, file }: ReadyPeopleProps) {
  return (
    <span className={styles['people']}>
      {who.map((one) => {
        if ('everybody' in one) return <span key="everybody">{m.q_everybody()}</span>
        if (!('id' in one)) return <bdi key={one.name}>{one.name}</bdi>
        const known = file.people.find(({ id }) => id === one.id)
        return (
          <PersonChip
            key={one.id}
            name={one.name}
            look={known === undefined ? undefined : lookOf(known)}
            size="1.5em"
          />
        )
      })}
    </span>
  )
}
