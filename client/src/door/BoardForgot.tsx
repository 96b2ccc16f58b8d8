import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useState } from 'react'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { makeBoardCall, type BoardCall } from '../sealed/admission.ts'
import { formatDoorUrl } from '../sealed/doorCard.ts'
import { holdKnock } from '../sealed/knockSocket.ts'
import { browserEnv } from '../sealed/sealedEnv.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { openHere } from './CardMoment.tsx'
import { AnewBoard } from './AnewBoard.tsx'
import { askerOf } from './askerOf.ts'
import styles from './Door.module.css'
import type { HeldKey } from './heldKeys.ts'
import { NobodyInside } from './NobodyInside.tsx'
import { useOwnAsking } from './useOwnAsking.ts'
import { sealedUrl } from './openDraft.ts'
import { PaperEntry } from './PaperEntry.tsx'

export interface BoardForgotProps {
  readonly view: ClosedView
  /** The circle started anew while this page was there. */
  readonly isAnew: boolean
  readonly enter: (key: HeldKey) => void
}

/** A board without the key, after a reload: it shows a card of its own to somebody inside, or takes the paper. */
export function BoardForgot({ view, isAnew, enter }: BoardForgotProps) {
  const { room } = view
  const { seat } = view.self
  const [boardCall] = useState(() => makeBoardCall(room, secureRandom))
  const url = formatDoorUrl(location.origin, room, boardCall.card)
  useAnswer(boardCall, seat, room, enter)
  const isLost = useOwnAsking(view, 'board')
  const [isAsking, setAsking] = useState(false)
  if (isAsking) return <AnewBoard view={view} onBack={() => setAsking(false)} />
  const { anew } = view
  return (
    <main className={styles['cardMoment']}>
      <div className={styles['qr']}>
        <QrCode value={url} label={m.gate_board_label()} size="min(100%, calc(880 * var(--u)))" />
      </div>
      <div className={styles['words']}>
        <h1 className={styles['title']}>{m.gate_board_forgot()}</h1>
        <p className={styles['lead']}>{m.gate_board_scan()}</p>
        {isAnew ? <Notice>{m.nw_done()}</Notice> : null}
        {isLost ? <Notice>{m.nw_forgot()}</Notice> : null}
        {anew === null ? null : (
          <Notice
            action={
              <Button kind="primary" onClick={() => setAsking(true)}>
                {m.nw_other_look()}
              </Button>
            }
          >
            {capital(m.nw_other_title({ naam: askerOf(anew) }))}
          </Notice>
        )}
        {view.demo || view.practice ? (
          <div className={styles['buttons']}>
            <Button onClick={() => openHere({ url: () => url })}>{m.gate_open_here()}</Button>
          </div>
        ) : null}
        <details className={styles['more']}>
          <summary>{m.gate_paper_have()}</summary>
          <PaperEntry seat={seat} room={room} enter={enter} />
        </details>
        <NobodyInside>
          <Button onClick={() => setAsking(true)}>{m.nw_open_btn()}</Button>
        </NobodyInside>
      </div>
    </main>
  )
}

/** Waits at the relay under the name that only this card gives; the answer opens with this card's key only. */
function useAnswer(boardCall: BoardCall, seat: string, room: string, enter: (key: HeldKey) => void): void {
  useEffect(() => {
    const open = async (bytes: Uint8Array) => {
      const admission = await boardCall.openAnswer(bytes)
      if (admission === undefined) return
      const { key, epoch, floor } = admission
      enter({ secret: { room, epoch, key }, floor })
    }
    const knock = { knockId: boardCall.knockId, bytes: new Uint8Array(0) }
    const held = holdKnock(browserEnv(), sealedUrl(seat, room), knock, {
      onAnswer: (bytes) => void open(bytes),
      onStatus: () => {},
    })
    return () => held.stop()
  }, [boardCall, seat, room, enter])
}
