import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCircle } from '../circle/circle.ts'
import { InsideNow } from '../door/InsideNow.tsx'
import { TakeOut } from '../door/TakeOut.tsx'
import { sayTime } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Moment.module.css'

export interface InsidePanelProps {
  readonly onLeave: () => void
  /** Shows the card again, to let somebody in. */
  readonly onCard: () => void
  readonly onPaper: () => void
  /** Asks whether the door shall open. */
  readonly onOpen: () => void
}

/** The key D behind a closed door: who is inside, letting somebody in, and opening the door. */
export function InsidePanel(props: InsidePanelProps) {
  return <TakeOut>{(onOut) => <Panel {...props} onOut={onOut} />}</TakeOut>
}

function Panel({
  onLeave,
  onCard,
  onPaper,
  onOpen,
  onOut,
}: InsidePanelProps & { readonly onOut: (device: InsideDevice) => void }) {
  const first = useFirstFocus<HTMLButtonElement>()
  const { since } = useCircle()
  return (
    <main className={styles['rest']}>
      <div className={styles['doorState']}>
        <DoorRing closed size="calc(60 * var(--u))">
          {m.door_since({ tijd: sayTime(since) })}
        </DoorRing>
      </div>
      <h1 className={styles['asked']}>{m.inside_title()}</h1>
      <InsideNow onOut={onOut} className={styles['small']} />
      <div className={styles['choices']}>
        <Button kind="primary" size="moment" ref={first} onClick={onCard}>
          {m.gate_let_in()}
        </Button>
        <Button size="moment" onClick={onOpen}>
          {m.door_open()}
        </Button>
        <Button size="moment" onClick={onPaper}>
          {m.paper_make()}
        </Button>
        <Button kind="quiet" shortcut="Esc" onClick={onLeave}>
          {m.keys_back()}
        </Button>
      </div>
    </main>
  )
}
