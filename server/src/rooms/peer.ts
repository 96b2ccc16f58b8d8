import { type CloseReason, closeCodes } from '@kringplan/shared/contract/closeCodes'
import type { WebSocket } from 'ws'

/** While a long answer is being sent, this much of it may wait in the socket. */
const streamAhead = 512 * 1024

/**
 * One socket of a seat, as a room sees it: the only way out. Nothing leaves without the gate having been asked for
 * this very delivery, and a socket that does not read is closed instead of filling memory.
 */
export class Peer {
  readonly seatId: string
  readonly #ws: WebSocket
  readonly #may: () => boolean
  readonly #queuedBytes: number
  #stream: Iterator<Uint8Array> | null = null
  #behind: Uint8Array[] = []
  #behindBytes = 0
  #alive = true
  #closing = false

  /** @param may asks the gate whether this seat may receive now */
  constructor(ws: WebSocket, seatId: string, may: () => boolean, queuedBytes: number) {
    this.#ws = ws
    this.seatId = seatId
    this.#may = may
    this.#queuedBytes = queuedBytes
    // A socket without this listener takes the process down with its first network error.
    ws.on('error', () => ws.terminate())
    ws.on('pong', () => {
      this.#alive = true
    })
  }

  get open(): boolean {
    return !this.#closing && this.#ws.readyState === this.#ws.OPEN
  }

  /** Sends one frame, if the gate says yes now; if not, the socket is closed and nothing is sent. */
  deliver(frame: Uint8Array): void {
    if (!this.open) return
    if (!this.#may()) return this.drop('changed')
    if (this.#ws.bufferedAmount + this.#behindBytes + frame.length > this.#queuedBytes)
      return this.drop('tooMany')
    if (this.#stream === null) return this.#send(frame)
    this.#behind.push(frame)
    this.#behindBytes += frame.length
  }

  /** Sends a long answer piece by piece, as fast as the socket takes it. What is delivered meanwhile follows after it. */
  deliverAll(frames: Iterator<Uint8Array>): void {
    this.#stream = frames
    this.#pump()
  }

  /** Something came in: the other side lives. */
  heard(): void {
    this.#alive = true
  }

  /** The clock's tick: asks for a sign of life, and gives up on who gave none since the last one. */
  tick(): void {
    if (!this.#alive || this.#closing) return this.#ws.terminate()
    this.#alive = false
    if (this.open) this.#ws.ping()
  }

  /** Closes with a reason the client understands; what waits is still sent before. */
  close(reason: CloseReason): void {
    if (this.#closing) return
    this.#forget()
    this.#ws.close(closeCodes[reason].code)
  }

  /** Closes and throws away what has not left yet. */
  drop(reason: CloseReason): void {
    if (this.#closing) return
    const waits = this.#ws.bufferedAmount > 0
    this.close(reason)
    if (waits) this.#ws.terminate()
  }

  #forget(): void {
    this.#closing = true
    this.#stream = null
    this.#behind = []
    this.#behindBytes = 0
  }

  #pump(): void {
    while (this.#stream !== null && this.open) {
      if (this.#ws.bufferedAmount > streamAhead) return
      if (!this.#may()) return this.drop('changed')
      const next = this.#stream.next()
      if (next.done !== true) {
        this.#send(next.value, () => this.#pump())
        continue
      }
      this.#stream = null
      const behind = this.#behind
      this.#behind = []
      this.#behindBytes = 0
      for (const frame of behind) this.#send(frame)
    }
  }

  #send(frame: Uint8Array, sent?: () => void): void {
    this.#ws.send(frame, { binary: true }, (error) => {
      if (!error) sent?.()
    })
  }
}
