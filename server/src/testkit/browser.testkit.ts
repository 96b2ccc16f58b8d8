import type { Input, Output } from '@kringplan/shared/contract/messages'
import { routes, sockets, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import type { LiveMessage, SeatView } from '@kringplan/shared/contract/seatView'
import type { Refusal } from '@kringplan/shared/refusals'
import { WebSocket } from 'ws'

/** What came back: the status, the body as it was sent, and its headers. */
export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

interface Ask {
  readonly seat?: string
  readonly desk?: string
  readonly id?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser: keeps its cookies, sends its Origin, and speaks the contract. */
export class Browser {
  readonly cookies = new Map<string, string>()
  origin: string | null
  readonly #base: string

  constructor(port: number, origin = `http://localhost:${port}`) {
    this.#base = `http://127.0.0.1:${port}`
    this.origin = origin
  }

  /** The address moved (a restart on another port); the cookies stay. */
  movedTo(port: number): Browser {
    const next = new Browser(port)
    for (const [name, value] of this.cookies) next.cookies.set(name, value)
    return next
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async send(
    method: string,
    path: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(this.origin === null ? {} : { Origin: this.origin }),
        ...(this.cookies.size === 0 ? {} : { Cookie: this.cookieHeader }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.cookies.set(name, value)
    }
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  /** Any body on a route, also one that the contract does not know. */
  raw(name: RouteName, ask: Ask, body: unknown): Promise<Reply> {
    const route: Route = routes[name]
    const path = route.path
      .replace(':seat', ask.seat ?? '')
      .replace(':desk', ask.desk ?? '')
      .replace(':id', ask.id ?? 'nobodynobody')
    const text = route.method === 'GET' ? undefined : JSON.stringify(body)
    return this.send(route.method, path, text, ask.headers)
  }

  /** The output of a call that must succeed. */
  async do<N extends RouteName>(name: N, ask: Ask, input: Input<N>): Promise<Output<N>> {
    const reply = await this.raw(name, ask, input)
    if (reply.status !== 200) throw new Error(`${name} was refused: ${reply.status} ${reply.text}`)
    return JSON.parse(reply.text) as Output<N>
  }

  /** The refusal of a call that must not succeed. */
  async no<N extends RouteName>(
    name: N,
    ask: Ask,
    input: Input<N>,
  ): Promise<{ refusal: Refusal; field?: string; from?: string }> {
    const reply = await this.raw(name, ask, input)
    if (reply.status === 200) throw new Error(`${name} was not refused: ${reply.text}`)
    return JSON.parse(reply.text) as { refusal: Refusal }
  }

  view(seat: string): Promise<SeatView> {
    return this.do('view', { seat }, {})
  }

  /** Opens a socket; answers with the raw refusal when the upgrade is refused. */
  async upgrade(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    options: { readonly autoPong?: boolean } = {},
  ): Promise<TestSocket | string> {
    const ws = new WebSocket(this.#base.replace('http', 'ws') + path, {
      headers: {
        ...(this.origin === null ? {} : { Origin: this.origin }),
        ...(this.cookies.size === 0 ? {} : { Cookie: this.cookieHeader }),
        ...headers,
      },
      perMessageDeflate: false,
      ...options,
    })
    const socket = new TestSocket(ws)
    return new Promise((resolve, reject) => {
      ws.once('open', () => resolve(socket))
      ws.on('error', (error) => reject(error))
      ws.once('unexpected-response', (_request, response) => {
        let text = `${response.statusCode} ${response.rawHeaders.join(' ')} `
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => resolve(text))
      })
    })
  }

  async live(seat: string): Promise<TestSocket> {
    const socket = await this.upgrade(sockets.live(seat))
    if (typeof socket === 'string') throw new Error(`the live socket was refused: ${socket}`)
    return socket
  }
}

/** A socket that keeps all that it got. */
export class TestSocket {
  readonly frames: Buffer[] = []
  readonly ws: WebSocket
  pings = 0
  closed: number | undefined
  #wake: (() => void)[] = []

  constructor(ws: WebSocket) {
    this.ws = ws
    const wake = () => {
      for (const run of this.#wake.splice(0)) run()
    }
    ws.on('message', (data: Buffer) => {
      this.frames.push(data)
      wake()
    })
    ws.on('ping', () => {
      this.pings += 1
      wake()
    })
    ws.on('close', (code) => {
      this.closed = code
      wake()
    })
  }

  /** Waits until something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#wake.push(resolve))
  }

  get messages(): LiveMessage[] {
    return this.frames.map((frame) => JSON.parse(frame.toString()) as LiveMessage)
  }

  /** Waits for the n-th view (1 is the first) and returns it. */
  async viewAt(n: number): Promise<SeatView> {
    await this.until(() => this.frames.length >= n || this.closed !== undefined)
    const message = this.messages[n - 1]
    if (message === undefined) throw new Error(`closed with ${this.closed} before view ${n}`)
    return message.view
  }
}
