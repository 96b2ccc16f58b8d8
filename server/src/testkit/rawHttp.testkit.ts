import { Agent, request } from 'node:http'
import { connect } from 'node:net'

/** One kept connection, for tests that ask very much: what came back, without its headers. */
export class QuickClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number

  constructor(port: number) {
    this.#port = port
  }

  ask(
    method: string,
    path: string,
    cookie: string,
    body?: string,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          headers: {
            Origin: `http://localhost:${this.#port}`,
            ...(cookie === '' ? {} : { Cookie: cookie }),
            ...(body === undefined
              ? {}
              : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          )
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

/**
 * Asks for a socket and speaks on it at once, before any answer, as no browser does. Gives all that comes back until the
 * server ends the connection, or until it takes the upgrade.
 */
export function forceUpgrade(
  port: number,
  path: string,
  cookie: string,
  frames: readonly Uint8Array[],
): Promise<string> {
  const head = [
    `GET ${path} HTTP/1.1`,
    'Host: x',
    `Origin: http://localhost:${port}`,
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    '\r\n',
  ].join('\r\n')
  const socket = connect({ port, host: '127.0.0.1' })
  return new Promise((resolve) => {
    let answer = ''
    const done = (): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1')
      if (answer.startsWith('HTTP/1.1 101')) done()
    })
    socket.on('end', done)
    socket.on('error', done)
    socket.write(Buffer.concat([Buffer.from(head), ...frames.map(maskedFrame)]))
  })
}

/** A binary WebSocket frame of a client, under a mask of zeros. */
function maskedFrame(bytes: Uint8Array): Buffer {
  const long = bytes.length > 125
  const head = Buffer.alloc(long ? 8 : 6)
  head[0] = 0x82
  head[1] = 0x80 | (long ? 126 : bytes.length)
  if (long) head.writeUInt16BE(bytes.length, 2)
  return Buffer.concat([head, bytes])
}
