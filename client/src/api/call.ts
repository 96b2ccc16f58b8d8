import type { Input, Output, RefusalBody } from '@kringplan/shared/contract/messages'
import { routes, type RouteName } from '@kringplan/shared/contract/routes'
import { isRefusal, type Refusal } from '@kringplan/shared/refusals'
import type { Result } from '@kringplan/shared/result'

/** Why a call did not do what was asked. `offline`: no answer came, so nothing is known about what happened. */
export interface RefusalInfo {
  readonly refusal: Refusal | 'offline'
  /** The input that was not as asked, with `badInput`. */
  readonly field?: string
  /** From when it works, with `notYet` and after a knock: ISO 8601 UTC. */
  readonly from?: string
}

/** Path parameters of a route and its body. Both may be left out where a route has none. */
export interface CallArguments<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>
  readonly input?: Input<N>
}

/** Longer than the slowest answer on bad wifi, shorter than a person's patience. */
const PATIENCE_MS = 20_000

/**
 * One call of the HTTP contract. Never throws for what can be expected: a refusal of the server, no network and
 * an answer that cannot be read all come back as a refusal with a plain sentence of its own (`refusalText`).
 * A missing path parameter is a fault in our own code and throws.
 * @param send stands in for `fetch` in tests
 */
export async function call<N extends RouteName>(
  name: N,
  args: CallArguments<N> = {},
  send: typeof fetch = fetch,
): Promise<Result<Output<N>, RefusalInfo>> {
  const { method, path } = routes[name]
  const url = fillPath(path, args.params ?? {})
  let response: Response
  try {
    response = await send(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(args.input ?? {}) }),
    })
  } catch {
    return { ok: false, refusal: { refusal: 'offline' } }
  }
  let body: unknown
  try {
    body = await response.json()
  } catch {
    // A proxy's error page, or a connection lost halfway: nobody of ours answered.
    return { ok: false, refusal: { refusal: response.status >= 500 || response.ok ? 'offline' : 'failed' } }
  }
  return response.ok ? { ok: true, value: body as Output<N> } : { ok: false, refusal: readRefusal(body) }
}

/** Puts the parameters into a path of the contract. Throws when one is missing. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`the path ${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}

/** Reads the body of a refusal; what is not in the closed list is our fault: `failed`. */
function readRefusal(body: unknown): RefusalInfo {
  if (typeof body !== 'object' || body === null) return { refusal: 'failed' }
  const { refusal, field, from } = body as Partial<RefusalBody>
  return {
    refusal: isRefusal(refusal) ? refusal : 'failed',
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof from === 'string' ? { from } : {}),
  }
}
