import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Suspense, useState, type ReactNode } from 'react'
import { lazyPart } from '../live/lazyPart.ts'
import { Loading } from '../ui/Loading.tsx'
import type { Device } from './enterRoom.ts'
import { PhoneDoor } from './PhoneDoor.tsx'
import { sawAnother } from './roomsSeen.ts'
import { SealedCircle } from './SealedCircle.tsx'
import { useDoor } from './useDoor.ts'

/* What a device outside needs, key exchange and all, is not loaded by one that is inside. */
const OutsideDoor = lazyPart(async () => (await import('./OutsideDoor.tsx')).OutsideDoor)
const AnewOver = lazyPart(async () => (await import('./AnewOver.tsx')).AnewOver)
const BoardForgot = lazyPart(async () => (await import('./BoardForgot.tsx')).BoardForgot)

export interface SealedGateProps {
  readonly view: ClosedView
  readonly seat: string
  /** A phone keeps its key over a reload; a board has it in memory only. */
  readonly device?: Device
  /** What stands inside, within a circle. */
  readonly children: ReactNode
}

/**
 * The closed door as a device of the circle meets it: the children once it holds the key, otherwise how to come in.
 * A phone that was inside comes back by itself; a board asks somebody inside, or for the key on paper. Each closing is
 * a door of its own: who was inside the last time has to come in again.
 */
export function SealedGate(props: SealedGateProps) {
  return <Gate key={props.view.room} {...props} />
}

function Gate({ view, seat, device = 'phone', children }: SealedGateProps) {
  const door = useDoor(view, device)
  const [isAnew] = useState(() => sawAnother(view))
  const { state } = door
  if (state.at === 'looking') return <Loading />
  if (state.at === 'inside') {
    return (
      <>
        <SealedCircle key={`${seat} ${view.room}`} view={view} device={device} onRefused={door.refused}>
          {device === 'board' ? children : <PhoneDoor view={view}>{children}</PhoneDoor>}
        </SealedCircle>
        <Suspense fallback={null}>{view.anew === null ? null : <AnewOver view={view} />}</Suspense>
      </>
    )
  }
  if (device === 'board') {
    return (
      <Suspense fallback={<Loading />}>
        <BoardForgot key={view.room} view={view} isAnew={isAnew} enter={door.enter} />
      </Suspense>
    )
  }
  return (
    <Suspense fallback={<Loading />}>
      <OutsideDoor
        view={view}
        isAnew={isAnew}
        forgot={state.at === 'turnedAway' || (state.at === 'outside' && state.forgot)}
        waiting={state.at === 'waiting'}
        enter={door.enter}
      />
    </Suspense>
  )
}
