import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useReducer, useState } from 'react'
import { nextCeremony, type Ceremony } from '../door/ceremony.ts'
import { CeremonyMoments } from '../door/CeremonyMoments.tsx'
import { ClosingMoment } from '../door/ClosingMoment.tsx'
import { endCeremony, heldKey } from '../door/heldKeys.ts'
import { SealedGate } from '../door/SealedGate.tsx'
import { BoardPlan } from './BoardPlan.tsx'
import type { BoardScreenProps } from './BoardSeat.tsx'
import { InsidePanel } from './InsidePanel.tsx'
import { shortNotice } from './practiceWords.ts'

interface BoardClosedProps extends BoardScreenProps {
  readonly view: ClosedView
}

/** The board behind the closed door. */
export function BoardClosed({ view, ...screen }: BoardClosedProps) {
  const { room } = view
  const { seat } = view.self
  const [key] = useState(() => heldKey(seat, room))
  const [state, send] = useReducer(nextCeremony, undefined, (): Ceremony =>
    key?.justClosed === true ? { at: 'closing' } : { at: 'plan' },
  )
  const atPlan = state.at === 'plan'
  useEffect(() => {
    if (atPlan) endCeremony(seat, room)
  }, [atPlan, seat, room])

  if (state.at === 'closing') {
    return <ClosingMoment people={key?.facts?.people ?? []} onDone={() => send({ type: 'closed' })} />
  }
  return (
    <SealedGate view={view} seat={seat} device="board">
      {state.at === 'plan' ? (
        <BoardPlan
          {...screen}
          notice={shortNotice(view)}
          renderDoor={(leave) => (
            <InsidePanel
              onLeave={leave}
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
    </SealedGate>
  )
}
