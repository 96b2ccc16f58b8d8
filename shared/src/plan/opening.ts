import type * as Y from 'yjs'
import { LOCAL } from './planDoc.ts'

/*
 * "Shall we open the door?", asked by a phone inside. It stands in the sealed document, as everything about the inside:
 *
 *   opening  Map   <device id> -> JSON string of OpeningAsk
 */

/** Who asks to open the door. One person with two devices is one person [PH6]. */
export interface OpeningAsk {
  readonly personId: string
  readonly name: string
  /** When it was asked, by the clock of that device. */
  readonly at: number
}

/** Asks the others inside. */
export function askOpening(doc: Y.Doc, device: string, ask: OpeningAsk): void {
  doc.transact(() => doc.getMap('opening').set(device, JSON.stringify(ask)), LOCAL)
}

/** "Not now": takes away whatever was asked. Anybody inside may. */
export function dropOpening(doc: Y.Doc): void {
  const map = doc.getMap('opening')
  if (map.size > 0) doc.transact(() => map.clear(), LOCAL)
}

/** Who asks now, one a person, who asked first first. Malformed entries are passed over. */
export function readOpening(doc: Y.Doc): readonly OpeningAsk[] {
  const asks: OpeningAsk[] = []
  for (const value of doc.getMap('opening').values()) {
    const ask = parse(value)
    if (ask !== undefined) asks.push(ask)
  }
  asks.sort((a, b) => a.at - b.at || (a.personId < b.personId ? -1 : 1))
  return asks.filter((ask, index) => asks.findIndex((one) => one.personId === ask.personId) === index)
}

function parse(value: unknown): OpeningAsk | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const { personId, name, at } = JSON.parse(value) as Partial<Record<keyof OpeningAsk, unknown>>
    return typeof personId === 'string' && typeof name === 'string' && typeof at === 'number'
      ? { personId, name, at }
      : undefined
  } catch {
    return undefined
  }
}
