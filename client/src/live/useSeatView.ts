import { sockets } from '@kringplan/shared/contract/routes'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { call } from '../api/call.ts'
import { SeatConnection, type SeatConnectionDeps, type SeatState } from './seatConnection.ts'

/** A page that slept this long may hold a socket that is dead without knowing it. */
const SLEPT_MS = 20_000

/**
 * The view of a seat, kept up to date for as long as the component is there. `view` is the last one known and
 * stays while the connection is gone; it is null before the first answer and once the seat is refused.
 */
export function useSeatView(seat: string): SeatState {
  const connection = useMemo(() => new SeatConnection(browserDeps(seat)), [seat])
  useEffect(() => {
    const stop = connection.start()
    let hiddenAt = 0
    const wake = () => connection.wake()
    const onVisible = () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now()
      else if (connection.getState().link !== 'live' || Date.now() - hiddenAt > SLEPT_MS) wake()
    }
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', onVisible)
      stop()
    }
  }, [connection])
  return useSyncExternalStore(connection.subscribe, connection.getState)
}

function browserDeps(seat: string): SeatConnectionDeps {
  return {
    open: ({ onData, onClose }) => {
      const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${sockets.live(seat)}`)
      socket.addEventListener('message', ({ data }) => onData(data))
      socket.addEventListener('close', ({ code }) => onClose(code))
      return socket
    },
    ask: async () => {
      const answer = await call('view', { params: { seat } })
      if (answer.ok) return answer.value
      return answer.refusal.refusal === 'refused' ? 'refused' : 'offline'
    },
    later: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  }
}
