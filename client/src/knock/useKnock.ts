import type { ClosedView, Knock, KnockAnswer } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { announce } from '../ui/LiveRegion.tsx'

/** The knocks that were laid aside on this page: nobody has to answer. */
const aside = new Set<string>()

export interface KnockHere {
  /** What stands here to be answered, or null. */
  readonly knock: Knock | null
  readonly error: string | undefined
  readonly answer: (answer: KnockAnswer) => void
  /** Takes it off this screen. Nobody is told. */
  readonly layAside: () => void
}

/** The knock on this device, until the circle has answered or it is laid aside here. */
export function useKnock({ knock, self }: ClosedView): KnockHere {
  const [, redraw] = useState(0)
  const [error, setError] = useState<{ readonly id: string; readonly words: string }>()
  const isHere = knock !== null && knock.answer === null && !aside.has(knock.id)
  const layAside = () => {
    if (knock !== null) aside.add(knock.id)
    redraw((n) => n + 1)
  }
  const send = async (id: string, answer: KnockAnswer) => {
    const done = await call('answerKnock', { params: { seat: self.seat }, input: { id, answer } })
    if (done.ok) return
    // Somebody else was first: it goes with the next view, and this says why.
    if (done.refusal.refusal === 'stale') announce(m.kn_gone())
    else setError({ id, words: refusalText(done.refusal.refusal) })
  }
  return {
    knock: isHere ? knock : null,
    error: error?.id === knock?.id ? error?.words : undefined,
    answer: (answer) => (knock === null ? undefined : void send(knock.id, answer)),
    layAside,
  }
}
