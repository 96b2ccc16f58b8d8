import type { CardPeek } from '@kringplan/shared/contract/joining'
import { m } from '../messages/compiled/messages.js'
import { circleSeats } from '../now/circleSeats.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { Button } from '../ui/Button.tsx'
import { CircleRing } from '../ui/CircleRing.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { Notice } from '../ui/Notice.tsx'

export interface AreYouProps {
  readonly card: CardPeek
  readonly busy: boolean
  readonly error?: string | undefined
  readonly onYes: () => void
  readonly onNo: () => void
}

/** "Ben jij tante Edith?" with the circle and her lit, empty seat. */
export function AreYou({ card, busy, error, onYes, onNo }: AreYouProps) {
  return (
    <PhonePage
      centred
      title={m.join_is({ naam: card.name })}
      lead={lead(card)}
      start={<LanguagePicker />}
      strips={<SeatStrips practice={isPractice()} />}
      picture={
        <CircleRing seats={seatsOf(card)}>
          <bdi>{card.circle}</bdi>
        </CircleRing>
      }
      actions={
        <>
          {error === undefined ? null : <Notice kind="error">{error}</Notice>}
          <Button kind="primary" size="large" disabled={busy} onClick={onYes}>
            {m.join_yes()}
          </Button>
          <Button size="large" disabled={busy} onClick={onNo}>
            {m.join_no()}
          </Button>
        </>
      }
    />
  )
}

function lead(card: CardPeek): string {
  if (card.ready) return m.join_ready()
  if (card.again) return m.join_other()
  return card.role === 'member' ? m.join_seat() : m.join_outside()
}

/** While the door is closed nobody else is shown: only the own seat. */
function seatsOf(card: CardPeek) {
  const you = card.role === 'member' ? card.name : undefined
  if (card.people !== null) return circleSeats(card.people, you)
  return you === undefined ? [] : [{ id: card.personId, name: card.name, state: 'you' as const }]
}
