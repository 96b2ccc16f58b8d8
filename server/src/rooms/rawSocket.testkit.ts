import { WebSocket } from 'ws'

/** A socket that says exactly what a test wants, and keeps every byte it is told. */
export class RawSocket {
  readonly got: Uint8Array[] = []
  closeCode: number | null = null
  readonly #ws: WebSocket
  readonly #waiting = new Set<() => void>()

  private constructor(ws: WebSocket) {
    this.#ws = ws
    ws.on('message', (data: Buffer) => {
      this.got.push(new Uint8Array(data))
      this.#changed()
    })
    ws.on('close', (code) => {
      this.closeCode = code
      this.#changed()
    })
    ws.on('error', () => undefined)
  }

  static async open(url: string): Promise<RawSocket> {
    const ws = new WebSocket(url)
    const socket = new RawSocket(ws)
    await new Promise((resolve, reject) => {
      ws.once('open', resolve)
      ws.once('error', reject)
    })
    return socket
  }

  send(bytes: Uint8Array | string): void {
    this.#ws.send(bytes)
  }

  /** Stops or goes on reading from the network. */
  pause(): void {
    this.#ws.pause()
  }

  /** The first message from `from` on that `pick` makes something of. */
  async find<T>(pick: (bytes: Uint8Array) => T | null, from = 0): Promise<NonNullable<T>> {
    let at = from
    for (;;) {
      for (; at < this.got.length; at++) {
        const found = pick(this.got[at] ?? new Uint8Array())
        if (found !== null && found !== undefined) return found
      }
      if (this.closeCode !== null) throw new Error(`closed with ${this.closeCode} before the message came`)
      await this.#change()
    }
  }

  /** The code that the server closes with. */
  async closed(): Promise<number> {
    while (this.closeCode === null) await this.#change()
    return this.closeCode
  }

  /** Everything that was sent before has been answered: a ping came back after it. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#ws.once('pong', () => resolve())
      this.#ws.ping()
    })
  }

  end(): void {
    this.#ws.terminate()
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  #changed(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const go of waiting) go()
  }
}
