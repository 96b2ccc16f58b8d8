import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect, useReducer, useState } from 'react'
import { nextCeremony, type Ceremony } from '../door/ceremony.ts'
import { CeremonyMoments } from '../door/CeremonyMoments.tsx'
import { ClosingMoment } from '../door/ClosingMoment.tsx'
import { endCeremony, heldKey } from '../door/heldKeys.ts'
import { SealedGate } from '../door/SealedGate.tsx'
import { lazyPart } from '../live/lazyPart.ts'
import { LateGate } from '../table/lazyLate.ts'
import { BoardPlan } from './BoardPlan.tsx'
import type { BoardScreenProps } from './BoardSeat.tsx'
import { InsidePanel } from './InsidePanel.tsx'
import { OpenAsk } from './OpenAsk.tsx'
import { OpeningStrip } from './OpeningStrip.tsx'
import { shortNotice } from './practiceWords.ts'

const BoardKnock = lazyPart(async () => (await import('../knock/BoardKnock.tsx')).BoardKnock)
const InsideStrips = lazyPart(async () => (await import('./InsideStrips.tsx')).InsideStrips)

interface BoardClosedProps extends BoardScreenProps {
  readonly view: ClosedView
}

/** The board behind the closed door. */
export function BoardClosed({ view, ...screen }: BoardClosedProps) {
  const { room } = view
  const { seat } = view.self
  const [key] = useState(() => heldKey(seat, room))
  const [state, send] = useReducer(nextCeremony, undefined, (): Ceremony =>
    key?.justClosed !== true ? { at: 'plan' } : key.facts === undefined ? { at: 'card' } : { at: 'closing' },
  )
  const [isAsking, setAsking] = useState(false)
  const atPlan = state.at === 'plan'
  useEffect(() => {
    if (atPlan) endCeremony(seat, room)
  }, [atPlan, seat, room])

  if (state.at === 'closing') {
    return <ClosingMoment people={key?.facts?.people ?? []} onDone={() => send({ type: 'closed' })} />
  }
  return (
    <SealedGate view={view} seat={seat} device="board">
      {state.at === 'plan' && isAsking ? (
        <OpenAsk onBack={() => setAsking(false)} />
      ) : state.at === 'plan' ? (
        <BoardPlan
          {...screen}
          notice={shortNotice(view)}
          strip={
            <>
              <OpeningStrip onOpen={() => setAsking(true)} />
              <Suspense fallback={null}>
                <InsideStrips />
                <LateGate view={view} />
              </Suspense>
            </>
          }
          renderDoor={(leave) => (
            <InsidePanel
              onLeave={leave}
              onOpen={() => {
                leave()
                setAsking(true)
              }}
              onCard={() => {
                leave()
                send({ type: 'cardAgain' })
              }}
              onPaper={() => {
                leave()
                send({ type: 'paper' })
              }}
            />
          )}
        />
      ) : (
        <CeremonyMoments state={state} send={send} />
      )}
      <Suspense fallback={null}>
        <BoardKnock view={view} singleKeys={screen.settings.singleKeys} />
      </Suspense>
    </SealedGate>
  )
}
