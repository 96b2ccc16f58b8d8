import { shouldRetry } from '@kringplan/shared/contract/closeCodes'
import {
  type ClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  type ServerFrame,
} from '@kringplan/shared/sealed/relayFrames'
import type { RelaySocket, SealedEnv } from './sealedEnv.ts'

const firstDelayMs = 300
const maxDelayMs = 15_000
/** A connection that has not opened by then never will: phones lose packets without a word. */
const openTimeoutMs = 10_000

/** What a link tells its owner. `onDown` also when it did not even come up. After `onRefused` it does not try again. */
export type LinkHandlers = {
  readonly onUp: () => void
  readonly onFrame: (frame: ServerFrame) => void
  readonly onDown: () => void
  readonly onRefused: () => void
}

/** A connection to the relay that comes back by itself. */
export type RelayLink = {
  /** False when there is no connection now. */
  send(frame: ClientFrame): boolean
  /** The connection works: the next loss is followed by a quick try again. */
  settled(): void
  /** Drops the connection and makes a new one after the usual delay. */
  restart(): void
  /** Tries at once if it is waiting. */
  retryNow(): void
  /** Ends for good. `refused` tells the owner that trying again is of no use. */
  stop(refused?: 'refused'): void
}

/**
 * Connects, and connects again with growing, spread delays: when a server comes back, thirteen phones do not arrive in the same
 * instant. Frames that are none are dropped.
 */
export function createRelayLink(env: SealedEnv, url: string, handlers: LinkHandlers): RelayLink {
  let socket: RelaySocket | undefined
  let isUp = false
  let isStopped = false
  let attempt = 0
  let cancelTimer = () => {}

  const down = () => {
    cancelTimer()
    const had = socket
    socket = undefined
    isUp = false
    had?.close()
    if (had !== undefined) handlers.onDown()
  }
  const stop = (refused?: 'refused') => {
    if (isStopped) return
    isStopped = true
    down()
    stopWaking()
    if (refused !== undefined) handlers.onRefused()
  }
  const later = () => {
    if (isStopped) return
    const ceiling = Math.min(maxDelayMs, firstDelayMs * 2 ** attempt++)
    cancelTimer = env.setTimer(open, ceiling * (0.5 + env.chance() / 2))
  }
  const open = () => {
    if (isStopped) return
    cancelTimer = env.setTimer(() => {
      down()
      later()
    }, openTimeoutMs)
    socket = env.connect(url, {
      onOpen: () => {
        cancelTimer()
        isUp = true
        handlers.onUp()
      },
      onMessage: (bytes) => {
        const frame = decodeServerFrame(bytes)
        if (frame.ok) handlers.onFrame(frame.value)
      },
      onClose: (code) => {
        down()
        if (shouldRetry(code)) later()
        else stop('refused')
      },
    })
  }
  const retryNow = () => {
    if (isStopped || socket !== undefined) return
    cancelTimer()
    attempt = 0
    open()
  }
  const stopWaking = env.onWake(retryNow)
  // Not at once: the owner has to have its link before the first call.
  cancelTimer = env.setTimer(open, 0)

  return {
    send: (frame) => {
      if (!isUp || socket === undefined) return false
      socket.send(encodeClientFrame(frame))
      return true
    },
    settled: () => {
      attempt = 0
    },
    restart: () => {
      if (isStopped) return
      down()
      later()
    },
    retryNow,
    stop,
  }
}
