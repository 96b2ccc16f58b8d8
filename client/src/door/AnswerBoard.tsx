import { useState } from 'react'
import { useLocation } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import type { DoorCard } from '../sealed/doorCard.ts'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Notice } from '../ui/Notice.tsx'
import { letBoardIn, type BoardEnd } from './letBoardIn.ts'
import type { SeatInRoom } from './seatsForRoom.ts'

export interface AnswerBoardProps {
  readonly card: DoorCard
  readonly room: string
  readonly seat: SeatInRoom
}

const sentences: Readonly<Record<Exclude<BoardEnd, 'done'>, () => string>> = {
  notInside: m.gate_board_not_inside,
  offline: m.err_offline,
  wrong: m.gate_card_wrong,
}

/** "Laat het bord binnen?": a phone inside gives a board that has forgotten the key back, after a yes. */
export function AnswerBoard({ card, room, seat }: AnswerBoardProps) {
  const [end, setEnd] = useState<BoardEnd | 'asking' | 'busy'>('asking')
  const [, go] = useLocation()
  const home = homeOf('member', seat.seat)
  const answer = async () => {
    setEnd('busy')
    setEnd(await letBoardIn(room, card, seat.seat))
  }
  const done = end === 'done'
  return (
    <PhonePage
      key={done ? 'done' : 'ask'}
      centred
      title={done ? m.gate_board_done() : m.gate_board_ask()}
      lead={done ? null : m.inside_board_let_sure()}
      start={<DoorRing closed />}
      actions={
        <>
          {done ? null : (
            <Button kind="primary" size="large" disabled={end === 'busy'} onClick={() => void answer()}>
              {m.inside_board_yes()}
            </Button>
          )}
          <Button size="large" kind={done ? 'primary' : 'quiet'} onClick={() => go(home, { replace: true })}>
            {done ? m.ui_next() : m.ui_no()}
          </Button>
        </>
      }
    >
      {end === 'asking' || end === 'busy' || end === 'done' ? null : (
        <Notice kind="error">{sentences[end]()}</Notice>
      )}
    </PhonePage>
  )
}
