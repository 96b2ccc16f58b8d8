import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { call, type RefusalInfo } from '../api/call.ts'
import { setLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { homeOf, takeFragment } from '../routes.ts'
import { readSeats, rememberSeat } from '../seats/seatStore.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import styles from './Moment.module.css'

/** The board speaks the circle's language, whatever the laptop speaks; on the board another can be chosen. */
const language = 'nl'

/**
 * A browser that wants to be a board: gets a seat with a code to show. The board that it is already goes on; a link
 * of the demo makes it a board of that circle at once.
 */
export function NewBoard() {
  const [refusal, setRefusal] = useState<RefusalInfo['refusal'] | null>(null)
  const [, go] = useLocation()
  const started = useRef(false)
  const [token] = useState(takeFragment)

  const start = useCallback(async () => {
    setRefusal(null)
    setLocale(language)
    const seat = token === '' ? await knownBoard() : undefined
    const made =
      seat !== undefined
        ? { ok: true as const, value: { seat } }
        : token === ''
          ? await call('newBoard', { input: { language } })
          : await call('joinByCard', { input: { token, language } })
    if (!made.ok) {
      setRefusal(made.refusal.refusal)
      return
    }
    rememberSeat({ seat: made.value.seat, role: 'board' })
    go(homeOf('board', made.value.seat), { replace: true })
  }, [token, go])

  useEffect(() => {
    if (started.current) return
    started.current = true
    void start()
  }, [start])

  if (refusal === null) return <Loading />
  return (
    <main className={styles['rest']}>
      <h1 className={styles['moment']}>{refusalText(refusal)}</h1>
      <Button kind="primary" size="moment" onClick={() => void start()}>
        {m.st_again()}
      </Button>
    </main>
  )
}

/** The board seat that this browser holds and that still lives. */
async function knownBoard(): Promise<string | undefined> {
  const held = readSeats().find(({ role }) => role === 'board')
  if (held === undefined) return undefined
  const answer = await call('view', { params: { seat: held.seat } })
  return answer.ok && answer.value.kind !== 'ended' ? held.seat : undefined
}
