import { parse, serialize } from 'hono/utils/cookie'
import { isSecretOf } from '../secrets.ts'

/*
 * A seat's secret lives in a cookie of its own name, so that several seats live side by side in one browser.
 * SameSite=Strict: no page needs a cookie to be shown, only calls made by our own pages carry one, and those are
 * same-site also after a tap in a chat app. HttpOnly: no script reads it. Path=/: `__Host-` asks for it.
 */

/** `kp_` for a seat, `kpd_` for a coordinator's desk. */
type CookieKind = 'seat' | 'desk'

const DAY = 24 * 60 * 60
const lifetime = { seat: 60 * DAY, desk: 30 * DAY } as const

/** The cookies of one request, and those that go back with its answer. */
export interface CookieJar {
  /** Whether the request brought the secret behind `hash`. */
  holds(kind: CookieKind, id: string, hash: string): boolean
  /** The ids of all seats (or desks) of which the request brought some cookie, proved or not. */
  ids(kind: CookieKind): readonly string[]
  give(kind: CookieKind, id: string, secret: string): void
  /** Tells the browser to forget it. */
  take(kind: CookieKind, id: string): void
  /** The Set-Cookie headers of the answer. */
  readonly headers: readonly string[]
}

const prefixOf = (kind: CookieKind, secure: boolean): string =>
  `${secure ? '__Host-' : ''}${kind === 'seat' ? 'kp_' : 'kpd_'}`

/** @param header the Cookie header of the request, if there is one; @param secure whether people come by https */
export function createCookieJar(header: string | null | undefined, secure: boolean): CookieJar {
  const brought = header ? parse(header) : {}
  const headers: string[] = []
  return {
    holds(kind, id, hash) {
      const name = prefixOf(kind, secure) + id
      const secret = Object.hasOwn(brought, name) ? brought[name] : undefined
      return secret !== undefined && isSecretOf(secret, hash)
    },
    ids(kind) {
      const prefix = prefixOf(kind, secure)
      return (
        Object.keys(brought)
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length))
          .filter((id) => /^[A-Za-z0-9_-]{10,32}$/.test(id))
          // Browsers send the newest last.
          .slice(-100)
      )
    },
    give(kind, id, secret) {
      headers.push(
        serialize(prefixOf(kind, secure) + id, secret, {
          httpOnly: true,
          sameSite: 'Strict',
          path: '/',
          maxAge: lifetime[kind],
          secure,
        }),
      )
    },
    take(kind, id) {
      headers.push(
        serialize(prefixOf(kind, secure) + id, '', {
          httpOnly: true,
          sameSite: 'Strict',
          path: '/',
          maxAge: 0,
          secure,
        }),
      )
    },
    headers,
  }
}
