import type * as Y from 'yjs'
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
  /** The person who asks; null on the board. Somebody else says yes. */
  readonly by: string | null
  readonly name: string
}

/** Asks the others inside. */
export function askOut(doc: Y.Doc, { device, by, name }: OutAsk): void {
  doc.transact(() => doc.getMap('goingOut').set(device, JSON.stringify({ by, name })), LOCAL)
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
    const { by, name } = JSON.parse(value) as Partial<Record<keyof OutAsk, unknown>>
    const isPerson = typeof by === 'string' || by === null
    return isPerson && typeof name === 'string' ? { by, name } : undefined
  } catch {
    return undefined
  }
}
