import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import styles from './BoardPlan.module.css'

export interface RemovedOfferProps {
  readonly removed: { readonly id: string; readonly number: number } | null
  readonly onRestore: (id: string) => void
}

/** "Afspraak 4 is weg. Zet terug": stays until the next action. */
export function RemovedOffer({ removed, onRestore }: RemovedOfferProps) {
  return (
    <output className={styles['offer']}>
      {removed === null ? null : (
        <span className={styles['removed']}>
          {m.a_gone({ n: removed.number })}
          <Button onClick={() => onRestore(removed.id)}>{m.a_restore()}</Button>
        </span>
      )}
    </output>
  )
}
