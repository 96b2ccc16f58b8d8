/** What the frames of one socket carry, as far as an acknowledgement is about them. */
export interface FrameWatch {
  /** A socket was made: acknowledgements count from one again. */
  opened(): void
  /** A document frame is about to be sent; `whole` when it answers the server's question for all it lacks. */
  sending(whole: boolean): void
}

const SYNC = 0
const STEP_2 = 1
const UPDATE = 2

/**
 * A WebSocket class for the y-websocket provider that tells `watch` of every document frame (sync step 2 or
 * update) in the order in which they leave. The provider itself offers no such place.
 */
export function countingSocket(Base: typeof WebSocket, watch: FrameWatch): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      watch.opened()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === SYNC && (data[1] === STEP_2 || data[1] === UPDATE)) {
        watch.sending(data[1] === STEP_2)
      }
      super.send(data)
    }
  }
}
