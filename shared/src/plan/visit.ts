import type * as Y from 'yjs'
import { LOCAL } from './planDoc.ts'

/*
 * The coordinator is called and comes inside for a moment. Who is inside and what the board shows meanwhile is known only
 * inside [VI2]; no right hangs on it anywhere:
 *
 *   visit   Map   'now' -> JSON string of Visit
 */

/** What the board shows while the coordinator is inside. `one`: a single agreement. */
export const visitSees = ['nothing', 'one', 'plan'] as const
export type VisitSees = (typeof visitSees)[number]

export interface Visit {
  /** The call that this visit answers; null when somebody just came. */
  readonly call: string | null
  readonly sees: VisitSees
  readonly agreement: string | null
  /** False: the coordinator is outside again. */
  readonly isInside: boolean
}

/** How a call stands for the devices inside. `comes`: the coordinator said "I am coming", and is not inside yet. */
export type VisitStage = 'none' | 'called' | 'comes' | 'inside'

/** The coordinator is inside, and the board shows this. */
export function beginVisit(doc: Y.Doc, visit: Omit<Visit, 'isInside'>): void {
  write(doc, { ...visit, isInside: true })
}

/** The coordinator is outside again, and with that `call`, the one of now, is done. */
export function endVisit(doc: Y.Doc, call: string | null): void {
  write(doc, { call, sees: 'nothing', agreement: null, isInside: false })
}

function write(doc: Y.Doc, visit: Visit): void {
  doc.transact(() => doc.getMap('visit').set('now', JSON.stringify(visit)), LOCAL)
}

/** The last visit, or null. What cannot be read shows nothing: it counts as somebody inside who may see nothing. */
export function readVisit(doc: Y.Doc): Visit | null {
  const value = doc.getMap('visit').get('now')
  if (value === undefined) return null
  return parse(value) ?? { call: null, sees: 'nothing', agreement: null, isInside: true }
}

function parse(value: unknown): Visit | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const { call, sees, agreement, isInside } = JSON.parse(value) as Partial<Record<keyof Visit, unknown>>
    const seen = visitSees.find((one) => one === sees)
    if (seen === undefined || typeof isInside !== 'boolean') return undefined
    return { call: textOrNull(call), sees: seen, agreement: textOrNull(agreement), isInside }
  } catch {
    return undefined
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** How the call stands, of what the server says of it and what the sealed document knows. */
export function visitStage(
  visit: Visit | null,
  call: { readonly id: string; readonly answered: boolean } | null,
): VisitStage {
  if (visit?.isInside === true) return 'inside'
  if (call === null || visit?.call === call.id) return 'none'
  return call.answered ? 'comes' : 'called'
}
