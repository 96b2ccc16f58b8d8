import { call, type RefusalInfo } from '../../api/call.ts'

/** Where leaving goes on, outside every seat: a page of a seat goes with the seat. */
export const LEAVING_PATH = '/weg'

/** What the page that erases has to know; kept in the entry of the history, so that it holds over a reload. */
export interface Leaving {
  /** The seat that has ended. */
  readonly leaves: string
  /** Where to go when all of it is gone. */
  readonly to: string
}

/**
 * Ends a seat on the server, which has to come before anything is erased here [SG28]. Answers null when it has ended,
 * else why not.
 */
export async function endSeat(seat: string): Promise<RefusalInfo['refusal'] | null> {
  const done = await call('endSeat', { params: { seat } })
  return done.ok ? null : done.refusal.refusal
}

/** What the address bar's entry says is leaving; null when nothing is. */
export function readLeaving(state: unknown = history.state): Leaving | null {
  if (typeof state !== 'object' || state === null) return null
  const { leaves, to } = state as { readonly leaves?: unknown; readonly to?: unknown }
  // Only a page of ours: the state is ours too, but it costs nothing to look.
  return typeof leaves === 'string' && typeof to === 'string' && /^\/(?!\/)/.test(to) ? { leaves, to } : null
}
