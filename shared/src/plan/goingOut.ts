import type * as Y from 'yjs'
import type { InsideDevice } from './circleDoc.ts'
import { LOCAL } from './planDoc.ts'

/*
 * "Shall we take the phone of Kees out?", asked by somebody inside, for a second person to say yes. It stands in the sealed
 * document, as everything about the inside:
 *
 *   goingOut  Map   <device id that goes> -> JSON string of OutAsk
 */

/** Who asks to take a device out. */
export interface OutAsk {
  /** The device that goes, as in `InsideDevice`. */
  readonly device: string
  /** Who asks: a person, the board, or a phone of nobody by its id. Somebody else says yes. */
  readonly by: string
  readonly name: string
  /** What goes, in words, where it is not in the list of who is inside: who shall go can write itself out of that. */
  readonly goes: Pick<InsideDevice, 'kind' | 'name'>
}

/** Asks the others inside. */
export function askOut(doc: Y.Doc, { device, ...ask }: OutAsk): void {
  doc.transact(() => doc.getMap('goingOut').set(device, JSON.stringify(ask)), LOCAL)
}

/** Takes the asking away: it was done, or shall not be. Anybody inside may. */
export function dropOut(doc: Y.Doc, device: string): void {
  const map = doc.getMap('goingOut')
  if (map.has(device)) doc.transact(() => map.delete(device), LOCAL)
}

/** What is asked now. Malformed entries are passed over. */
export function readOut(doc: Y.Doc): readonly OutAsk[] {
  return [...doc.getMap('goingOut')].flatMap(([device, value]) => {
    const ask = parse(value)
    return ask === undefined ? [] : [{ device, ...ask }]
  })
}

function parse(value: unknown): Omit<OutAsk, 'device'> | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const { by, name, goes } = JSON.parse(value) as Partial<Record<keyof OutAsk, unknown>>
    const isAsk = typeof by === 'string' && typeof name === 'string' && isNamed(goes)
    return isAsk ? { by, name, goes: { kind: goes.kind, name: goes.name } } : undefined
  } catch {
    return undefined
  }
}

function isNamed(value: unknown): value is OutAsk['goes'] {
  if (typeof value !== 'object' || value === null) return false
  const { kind, name } = value as Partial<Record<keyof OutAsk['goes'], unknown>>
  return (kind === 'phone' || kind === 'board') && typeof name === 'string'
}
