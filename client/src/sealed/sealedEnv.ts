import { type RandomBytes, secureRandom } from './secureRandom.ts'

/** What a relay connection tells its owner. `onClose` is the last call, also when it never opened. */
export type SocketHandlers = {
  readonly onOpen: () => void
  readonly onMessage: (bytes: Uint8Array) => void
  readonly onClose: (code: number) => void
}

/** One connection to the relay. After `close`, no handler is called any more. */
export type RelaySocket = { send(bytes: Uint8Array): void; close(): void }

/** Everything the sealed layer takes from the world, so that a test can hold all of it. */
export type SealedEnv = {
  readonly now: () => number
  /** Calls `fn` once, later; the returned function prevents that. */
  readonly setTimer: (fn: () => void, ms: number) => () => void
  readonly random: RandomBytes
  /** A number from 0 up to 1, to spread devices in time. Not for secrets. */
  readonly chance: () => number
  readonly connect: (url: string, handlers: SocketHandlers) => RelaySocket
  /** Calls `fn` when the network or the page comes back. */
  readonly onWake: (fn: () => void) => () => void
  /** Calls `fn` when the page may go away for good. */
  readonly onHide: (fn: () => void) => () => void
}

/** The world as a browser gives it. */
export function browserEnv(): SealedEnv {
  return {
    now: () => Date.now(),
    setTimer: (fn, ms) => {
      const id = setTimeout(fn, ms)
      return () => clearTimeout(id)
    },
    random: secureRandom,
    chance: () => Math.random(),
    connect: connectWebSocket,
    onWake: (fn) => {
      const onVisible = () => {
        if (document.visibilityState === 'visible') fn()
      }
      window.addEventListener('online', fn)
      window.addEventListener('pageshow', fn)
      document.addEventListener('visibilitychange', onVisible)
      return () => {
        window.removeEventListener('online', fn)
        window.removeEventListener('pageshow', fn)
        document.removeEventListener('visibilitychange', onVisible)
      }
    },
    onHide: (fn) => {
      window.addEventListener('pagehide', fn)
      return () => window.removeEventListener('pagehide', fn)
    },
  }
}

/** The code of a connection that ended without a word (RFC 6455, 7.1.5). */
const lostCode = 1006

function connectWebSocket(url: string, handlers: SocketHandlers): RelaySocket {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  let isOver = false
  const end = (code: number) => {
    if (isOver) return
    over()
    handlers.onClose(code)
  }
  const over = () => {
    isOver = true
    window.removeEventListener('offline', onOffline)
  }
  // A browser without network leaves its sockets open and silent: people must hear it at once, not by a time-out.
  const onOffline = () => {
    socket.close()
    end(lostCode)
  }
  window.addEventListener('offline', onOffline)
  socket.onopen = () => {
    if (!isOver) handlers.onOpen()
  }
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (!isOver && event.data instanceof ArrayBuffer) handlers.onMessage(new Uint8Array(event.data))
  }
  socket.onclose = (event) => end(event.code)
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
    },
    close: () => {
      over()
      socket.close()
    },
  }
}
