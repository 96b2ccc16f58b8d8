import { m } from '../messages/compiled/messages.js'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { arrowDown, arrowUp } from '../ui/icons/editIcons.ts'
import styles from './forms.module.css'

interface PersonPlaceProps {
  readonly person: { readonly id: string; readonly name: string }
  readonly order: readonly { readonly id: string }[]
  readonly onMove: (id: string, by: -1 | 1) => void
}

/** Where somebody stands in the circle, and a place up or down. Kept at once. */
export function PersonPlace({ person, order, onMove }: PersonPlaceProps) {
  const at = order.findIndex(({ id }) => id === person.id)
  if (at < 0) return null
  return (
    <div className={styles['place']}>
      <Status>{m.pr_place_of({ naam: person.name, n: at + 1, alle: order.length })}</Status>
      <div className={styles['buttons']}>
        <Button icon={arrowUp} disabled={at === 0} onClick={() => onMove(person.id, -1)}>
          {m.pr_up()}
        </Button>
        <Button icon={arrowDown} disabled={at === order.length - 1} onClick={() => onMove(person.id, 1)}>
          {m.pr_down()}
        </Button>
      </div>
    </div>
  )
}
