import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { CardMoment } from './CardMoment.tsx'
import type { Ceremony, CeremonyEvent } from './ceremony.ts'
import styles from './Door.module.css'
import { countPhones, isOnlyBoard } from './insideCount.ts'
import { InsideList } from './InsideList.tsx'
import { PaperKeyOffer } from './PaperKeyOffer.tsx'
import { useDraft } from './SealedCircle.tsx'
import { TakeOut } from './TakeOut.tsx'
import { useCardWindow } from './useCardWindow.ts'

export interface CeremonyMomentsProps {
  readonly state: Exclude<Ceremony, { readonly at: 'closing' | 'plan' }>
  readonly send: (event: CeremonyEvent) => void
}

/** The moments between the closing of the door and the plan: the card, the count, who is inside, the paper key. */
export function CeremonyMoments({ state, send }: CeremonyMomentsProps) {
  if (state.at === 'paper') {
    return <PaperKeyOffer onDone={() => send({ type: 'done' })} onCard={() => send({ type: 'cardAgain' })} />
  }
  return <WithCard at={state.at} send={send} />
}

interface WithCardProps {
  readonly at: 'card' | 'count' | 'list'
  readonly send: (event: CeremonyEvent) => void
}

/** The moments in which the card can be scanned: the window is open from the first to the last of them. */
function WithCard({ at, send }: WithCardProps) {
  const { live } = useDraft()
  const { inside } = useCircle()
  const card = useCardWindow(live)
  const yes = () => send({ type: 'yes', onlyHere: isOnlyBoard(inside) })
  switch (at) {
    case 'card':
      return (
        <CardMoment
          card={card}
          inside={inside}
          onEverybody={() => (countPhones(inside) === 0 ? yes() : send({ type: 'everybody' }))}
          onLeave={() => send({ type: 'done' })}
        />
      )
    case 'count':
      return <CountMoment inside={inside} onYes={yes} onNo={() => send({ type: 'no' })} />
    case 'list':
      return (
        <TakeOut>
          {(onOut) => (
            <ListMoment
              inside={inside}
              onOut={onOut}
              onYes={yes}
              onCard={() => send({ type: 'cardAgain' })}
            />
          )}
        </TakeOut>
      )
  }
}

interface CountMomentProps {
  readonly inside: readonly InsideDevice[]
  readonly onYes: () => void
  readonly onNo: () => void
}

function CountMoment({ inside, onYes, onNo }: CountMomentProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <main className={styles['moment']}>
      <h1 className={styles['title']}>{m.count_ask({ n: countPhones(inside) })}</h1>
      {inside.some((device) => device.kind === 'board') ? (
        <p className={styles['lead']}>{m.count_board()}</p>
      ) : null}
      <div className={styles['buttons']}>
        <Button ref={first} kind="primary" size="moment" onClick={onYes}>
          {m.count_yes()}
        </Button>
        <Button size="moment" onClick={onNo}>
          {m.count_no()}
        </Button>
      </div>
    </main>
  )
}

interface ListMomentProps {
  readonly inside: readonly InsideDevice[]
  readonly onOut: (device: InsideDevice) => void
  readonly onYes: () => void
  readonly onCard: () => void
}

function ListMoment({ inside, onOut, onYes, onCard }: ListMomentProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <main className={styles['moment']}>
      <h1 className={styles['title']}>{m.inside_title()}</h1>
      <InsideList inside={inside} onOut={onOut} />
      <div className={styles['buttons']}>
        <Button ref={first} kind="primary" onClick={onCard}>
          {m.card_again()}
        </Button>
        <Button onClick={onYes}>{m.count_yes()}</Button>
      </div>
    </main>
  )
}
