import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { eraseEverything, otherSeats } from '../../copy/erase.ts'
import { m } from '../../messages/compiled/messages.js'
import { PlainPage } from '../../seats/PlainPage.tsx'
import { rememberSeat } from '../../seats/seatStore.ts'
import { Loading } from '../../ui/Loading.tsx'
import { readLeaving } from './leaving.ts'

type State = 'erasing' | 'blocked' | 'failed'

/** Erases what this browser keeps of a seat that has ended, and only then goes on. Everything of other seats stays. */
export function LeavingPage() {
  const [leaving] = useState(() => readLeaving())
  const [state, setState] = useState<State>('erasing')
  const isErasing = state === 'erasing'
  useEffect(() => {
    if (leaving === null || !isErasing) return
    const { leaves, to } = leaving
    const erase = async () => {
      // The page before may have taken it out of the list, by which its records are found.
      rememberSeat({ seat: leaves })
      await eraseEverything({ keepSeats: otherSeats(leaves), onBlocked: () => setState('blocked') })
      location.replace(to)
    }
    erase().catch(() => setState('failed'))
  }, [leaving, isErasing])
  if (leaving === null) return <Redirect to="/" replace />
  switch (state) {
    case 'erasing':
      return <Loading />
    case 'blocked':
      return <PlainPage title={m.tp_leave_wait()} />
    case 'failed':
      return (
        <PlainPage
          title={m.tp_leave_half()}
          button={{
            label: m.st_again(),
            onPress: () => setState('erasing'),
          }}
        />
      )
  }
}
