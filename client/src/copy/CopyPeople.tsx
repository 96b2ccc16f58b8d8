import type { CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './CopyView.module.css'

interface CopyPeopleProps {
  readonly who: readonly CanonicalWho[]
  readonly people: readonly CopyPerson[]
}

/** The people of a line, by picture and by the name that was signed. */
export function CopyPeople({ who, people }: CopyPeopleProps) {
  return (
    <span className={styles['people']}>
      {who.map((one) => {
        if ('everybody' in one) return <b key="everybody">{m.q_everybody()}</b>
        const person = 'id' in one ? people.find(({ id }) => id === one.id) : undefined
        const key = 'id' in one ? `id ${one.id}` : `name ${one.name}`
        if (person === undefined) return <bdi key={key}>{one.name}</bdi>
        return <PersonChip key={key} name={one.name} look={lookOf(person)} size="1.7em" />
      })}
    </span>
  )
}
