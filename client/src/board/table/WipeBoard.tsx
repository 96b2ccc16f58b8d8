import { useEffect, useRef, useState } from 'react'
import { call, type RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { forgetSigningKey } from '../../table/signingKey.ts'
import { Button } from '../../ui/Button.tsx'
import moments from '../Moment.module.css'
import styles from './Table.module.css'

/** How far the wiping is. `blocked`: another window still holds something. */
type Wiping = 'busy' | 'blocked' | 'failed' | RefusalInfo['refusal']

/**
 * *Wis dit bord*: ends the seat on the server, then erases what this browser kept, then leaves the page without a way
 * back. Stands in the place of the whole board, whose documents are closed by then. Offered again until it is done.
 */
export function WipeBoard({ seat, onKeep }: { readonly seat: string; readonly onKeep: () => void }) {
  const [state, setState] = useState<Wiping>('busy')
  const isStarted = useRef(false)
  const wipe = async () => {
    setState('busy')
    const ended = await call('endSeat', { params: { seat } })
    // Refused: it has ended already, perhaps by the try before this one.
    if (!ended.ok && ended.refusal.refusal !== 'refused') return setState(ended.refusal.refusal)
    try {
      await forgetSigningKey(seat)
      const { eraseEverything, otherSeats } = await import('../../copy/erase.ts')
      await eraseEverything({ keepSeats: otherSeats(seat), onBlocked: () => setState('blocked') })
    } catch {
      return setState('failed')
    }
    location.replace('/bord')
  }
  useEffect(() => {
    if (isStarted.current) return
    isStarted.current = true
    void wipe()
  })
  const isOffer = state !== 'busy' && state !== 'blocked'
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>
        <output>{wordsOf(state)}</output>
      </h1>
      {isOffer ? (
        <div className={styles['buttons']}>
          <Button kind="primary" size="moment" onClick={() => void wipe()}>
            {m.c_wipe()}
          </Button>
          {state === 'failed' ? null : (
            <Button size="moment" onClick={onKeep}>
              {m.ui_back()}
            </Button>
          )}
        </div>
      ) : null}
    </main>
  )
}

function wordsOf(state: Wiping): string {
  if (state === 'busy') return m.bt_wiping()
  if (state === 'blocked') return m.bt_wipe_blocked()
  return state === 'failed' ? m.bt_wipe_failed() : refusalText(state)
}
