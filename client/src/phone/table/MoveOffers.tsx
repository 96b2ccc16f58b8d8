import type { OpenView, SharedMove } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { Link } from 'wouter'
import { m } from '../../messages/compiled/messages.js'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { HurdleWords } from './HurdleWords.tsx'
import { LateNames } from './LateNames.tsx'
import { moveWords, offeredMoves } from './moves.ts'
import styles from './TableNow.module.css'
import { useFreezeReady } from './useFreezeReady.ts'
import { useMove } from './useMove.ts'

export interface MoveOffersProps {
  readonly view: OpenView
  readonly home: string
}

/** Moving on without the board: in sight where there is none, and in small print where there is. [TB23] */
export function MoveOffers({ view, home }: MoveOffersProps) {
  const [asked, setAsked] = useState<SharedMove | null>(null)
  const moves = offeredMoves(view)
  if (moves.length === 0) return null
  const buttons = moves.map((move) => (
    <Button key={move} onClick={() => setAsked(move)}>
      {moveWords[move].button()}
    </Button>
  ))
  return (
    <>
      {view.boards === 0 ? (
        <div className={styles['moves']}>{buttons}</div>
      ) : (
        <details className={styles['small']}>
          <summary>{m.mv_without()}</summary>
          <div className={styles['moves']}>{buttons}</div>
        </details>
      )}
      {asked === null ? null : (
        <AskMove key={asked} view={view} home={home} move={asked} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

interface AskMoveProps extends MoveOffersProps {
  readonly move: SharedMove
  readonly onClose: () => void
}

/** Asks the circle: what it means, and that it takes a second person. */
export function AskMove({ view, home, move, onClose }: AskMoveProps) {
  const { busy, make } = useMove(view)
  const { hurdle, isReady } = useFreezeReady(move)
  const words = moveWords[move]
  const ask = async () => {
    if (!(await isReady())) return
    await make(move)
    onClose()
  }
  return (
    <Sheet
      title={words.question()}
      onClose={onClose}
      actions={
        <>
          {hurdle === 'day' ? (
            <Link href={`${home}/weer-samen`} className={buttonClass('primary', 'large')}>
              {m.mv_day_go()}
            </Link>
          ) : (
            <Button kind="primary" size="large" disabled={busy} onClick={() => void ask()}>
              {words.button()}
            </Button>
          )}
          <Button kind="quiet" size="large" onClick={onClose}>
            {m.mv_not_now()}
          </Button>
        </>
      }
    >
      <p>{words.why()}</p>
      {move === 'present' ? <p>{m.door_ideas()}</p> : null}
      <p>{m.mv_second()}</p>
      {move === 'freeze' ? <LateNames /> : null}
      {hurdle === null ? null : <HurdleWords hurdle={hurdle} />}
    </Sheet>
  )
}
