import { shouldRetry } from '@kringplan/shared/contract/closeCodes'
import type { SeatView } from '@kringplan/shared/contract/seatView'

/**
 * How the screen of a seat is connected: `connecting` until the first answer, `live`, `offline` while it is tried
 * again, `refused` when this browser may not have the seat.
 */
export type SeatLink = 'connecting' | 'live' | 'offline' | 'refused'

export interface SeatState {
  readonly view: SeatView | null
  readonly link: SeatLink
}

/** What a socket tells: a frame, or its end with the close code. */
export interface SocketEars {
  readonly onData: (data: unknown) => void
  readonly onClose: (code: number) => void
}

/** What a connection needs of the browser; tests give their own. */
export interface SeatConnectionDeps {
  /** Opens the live socket of the seat. */
  readonly open: (ears: SocketEars) => { close(): void }
  /** Asks once over HTTP: a refused upgrade tells a browser nothing, so this tells refused from offline. */
  readonly ask: () => Promise<SeatView | 'refused' | 'offline'>
  readonly later: (run: () => void, ms: number) => () => void
  /** Uniform in [0, 1). */
  readonly random: () => number
}

const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 8_000

/**
 * Keeps the view of one seat up to date over a reconnecting WebSocket. Waits between tries grow and are spread by
 * chance, so that the devices of a whole room do not come back in the same moment. `wake` tries at once.
 */
export class SeatConnection {
  private state: SeatState = { view: null, link: 'connecting' }
  private readonly listeners = new Set<() => void>()
  private readonly deps: SeatConnectionDeps
  private socket: { close(): void } | null = null
  private cancelWait: (() => void) | null = null
  private tries = 0
  private stopped = true

  constructor(deps: SeatConnectionDeps) {
    this.deps = deps
  }

  /** The state now: the same object until something changes. */
  readonly getState = (): SeatState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Begins; the returned function ends it for good. */
  start(): () => void {
    this.stopped = false
    this.connect()
    return () => this.stop()
  }

  /** Something says the network may be back, or the page was asleep: drop what may be dead and try now. */
  wake(): void {
    if (this.stopped || this.state.link === 'refused') return
    this.dropSocket()
    this.tries = 0
    this.connect()
  }

  private stop(): void {
    this.stopped = true
    this.dropSocket()
  }

  private connect(): void {
    this.cancelWait?.()
    this.cancelWait = null
    if (this.stopped || this.socket !== null) return
    const socket = this.deps.open({
      onData: (data) => {
        const view = readView(data)
        if (view === undefined || this.socket !== socket) return
        this.tries = 0
        this.set({ view, link: 'live' })
      },
      onClose: (code) => {
        if (this.socket !== socket) return
        this.socket = null
        void this.afterClose(code)
      },
    })
    this.socket = socket
  }

  private async afterClose(code: number): Promise<void> {
    if (this.state.link === 'live' && shouldRetry(code)) this.set({ ...this.state, link: 'offline' })
    const answer = await this.deps.ask()
    if (this.stopped || this.socket !== null) return
    if (answer === 'refused') {
      // What was on the screen belonged to a right that is gone.
      this.set({ view: null, link: 'refused' })
      return
    }
    this.set(
      answer === 'offline' ? { ...this.state, link: 'offline' } : { view: answer, link: this.state.link },
    )
    if (answer !== 'offline' && answer.kind === 'ended') return
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.tries) * (0.5 + this.deps.random() / 2)
    this.tries += 1
    this.cancelWait = this.deps.later(() => this.connect(), wait)
  }

  private dropSocket(): void {
    this.cancelWait?.()
    this.cancelWait = null
    const socket = this.socket
    this.socket = null
    socket?.close()
  }

  private set(next: SeatState): void {
    if (this.stopped) return
    if (next.link === this.state.link && JSON.stringify(next.view) === JSON.stringify(this.state.view)) return
    this.state = next
    for (const listener of this.listeners) listener()
  }
}

/** The view in a frame of the live socket, or undefined for what is not one. */
function readView(data: unknown): SeatView | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const message: unknown = JSON.parse(data)
    if (typeof message !== 'object' || message === null) return undefined
    const { type, view } = message as { type?: unknown; view?: unknown }
    return type === 'view' && typeof view === 'object' && view !== null ? (view as SeatView) : undefined
  } catch {
    return undefined
  }
}
