import type { Config } from '../config.ts'

/** Where people reach this server, and which pages may write to it. */
export interface Origins {
  /** The address in links. */
  readonly main: string
  readonly secure: boolean
  /** Whether a write or upgrade with this Origin header is ours. A missing header is not. */
  allows(origin: string | null | undefined): boolean
  /** For the Content-Security-Policy: the same origins as WebSocket addresses. */
  readonly sockets: readonly string[]
}

/** @param port the port the server really listens on */
export function createOrigins(config: Config, port: number): Origins {
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  const main = config.url ?? `http://localhost:${port}`
  const own = new Set([main])
  if (config.url === null || config.demo) for (const origin of local) own.add(origin)
  // `npm run dev`: Vite's server on another port of this machine answers under both names.
  if (config.demo && config.url?.startsWith('http://localhost:') === true) {
    own.add(config.url.replace('localhost', '127.0.0.1'))
  }
  return {
    main,
    secure: main.startsWith('https:'),
    allows: (origin) => typeof origin === 'string' && own.has(origin),
    sockets: [...own].map((origin) => origin.replace(/^http/, 'ws')),
  }
}
