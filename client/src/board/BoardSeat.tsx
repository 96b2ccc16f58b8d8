import type { OpenView } from '@kringplan/shared/contract/seatView'
import { assertNever } from '@kringplan/shared/result'
import { Suspense, useEffect } from 'react'
import { lazyPart } from '../live/lazyPart.ts'
import { useLocation } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { useOpenedMoment } from '../door/useOpenedMoment.ts'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { LateGate } from '../table/lazyLate.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import type { BoardSettings } from './boardSettings.ts'
import { BeforePlan } from './BeforePlan.tsx'
import styles from './Moment.module.css'
import { PairingScreen } from './PairingScreen.tsx'

/* The documents come when there is a plan to make. */
const BoardTogether = lazyPart(async () => (await import('./BoardTogether.tsx')).BoardTogether)
const BoardReady = lazyPart(async () => (await import('./table/BoardReady.tsx')).BoardReady)
const OpenedMoment = lazyPart(async () => (await import('../door/OpenedMoment.tsx')).OpenedMoment)
const loadClosed = () => import('./BoardClosed.tsx')
const BoardClosed = lazyPart(async () => (await loadClosed()).BoardClosed)

export interface BoardScreenProps {
  readonly settings: BoardSettings
  readonly onSettings: (settings: BoardSettings) => void
  /** Takes everything of this seat off this screen. */
  readonly onWipe: (seat: string) => void
}

/** A paired board, or one that waits to be paired: what it shows in each phase. */
export function BoardSeat({ seat, ...screen }: BoardScreenProps & { readonly seat: string }) {
  return (
    <SeatFrame seat={seat} of="board">
      {(view) => (
        <Suspense fallback={<Loading />}>
          <Shown view={view} {...screen} />
        </Suspense>
      )}
    </SeatFrame>
  )
}

function Shown({ view, ...screen }: BoardScreenProps & { readonly view: ShownView }) {
  const { isMoment, done } = useOpenedMoment(view.kind)
  switch (view.kind) {
    case 'pairing':
      return <PairingScreen view={view} />
    case 'waiting':
    case 'outside':
      return <Sentence words={m.bd_refused()} />
    case 'closed':
      return <BoardClosed key={view.room} view={view} {...screen} />
    case 'open':
      if (isMoment) return <OpenedMoment view={view} onDone={done} />
      return (
        <>
          <Open view={view} {...screen} />
          <Suspense fallback={null}>
            <LateGate view={view} />
          </Suspense>
        </>
      )
    default:
      return assertNever(view)
  }
}

function Open({ view, ...screen }: BoardScreenProps & { readonly view: OpenView }) {
  const { phase, hasDoor } = view
  useEffect(() => {
    // The door must close at once, also when the network is gone for a moment just then.
    if (hasDoor) loadClosed().catch(() => {})
  }, [hasDoor])
  switch (phase) {
    case 'preparation':
    case 'information':
      return <BeforePlan view={view} {...screen} />
    case 'deliberation':
    case 'presentation':
    case 'signing':
      return <BoardTogether view={view} {...screen} />
    case 'followUp':
      return <BoardReady view={view} {...screen} />
    case 'closed':
      return <Sentence words={m.phase_closed()} />
    default:
      return assertNever(phase)
  }
}

function Sentence({ words }: { readonly words: string }) {
  const [, go] = useLocation()
  return (
    <main className={styles['rest']}>
      <h1 className={styles['moment']}>{words}</h1>
      <Button onClick={() => go('/bord')}>{m.bd_again()}</Button>
    </main>
  )
}
