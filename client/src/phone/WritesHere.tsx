import { m } from '../messages/compiled/messages.js'
import type { Writer } from '../plan/presence.ts'
import { LetterDisc, Plaatje } from '../ui/Plaatje.tsx'
import { useCircle } from '../circle/circle.ts'
import { lookOf } from '../seats/lookOf.ts'
import styles from './AgreementPage.module.css'

/** "oom Herman schrijft hier", with his picture, standing still. */
export function WritesHere({ writers }: { readonly writers: readonly Writer[] }) {
  const { people } = useCircle()
  return writers.map(({ client, name, personId }) => {
    const person = people.find((other) => other.id === personId)
    const look = person === undefined ? undefined : lookOf(person)
    return (
      <span key={client} className={styles['writer']}>
        {look === undefined ? (
          <LetterDisc name={name} size="1.6em" />
        ) : (
          <Plaatje picture={look.picture} colour={look.colour} size="1.6em" />
        )}
        {m.a_writes({ naam: name })}
      </span>
    )
  })
}
