import * as Y from 'yjs'
import { LOCAL } from './planDoc.ts'

/*
 * What the sealed document carries beside the agreements, because nothing about the inside may travel through
 * the server in the clear (decisions 6.2):
 *
 *   circle   Map   question, circle: string; points: JSON string; people: Map <person id> -> JSON string
 *   inside   Map   <device id> -> JSON string of InsideDevice
 *   kept     Map   <epoch> -> what opens, of that epoch, what devices keep for themselves, and nothing else (GO10)
 */

/** A person as the inside knows them. Structure equal to the person of the live view. */
export interface CirclePerson {
  readonly id: string
  readonly name: string
  readonly picture: string | null
  readonly colour: string | null
  readonly mainPerson: boolean
  readonly role: 'member' | 'professional' | 'coordinator'
}

/** A device that holds the key: whose it is, and what kind. Shown to everybody inside, by name. */
export interface InsideDevice {
  readonly id: string
  readonly name: string
  readonly personId: string | null
  readonly kind: 'phone' | 'board'
  /**
   * Public keys, base64url of 32 bytes, one for each page of the device: for a next key of the room [GO4]. Anybody inside
   * can write here: alone they prove nothing [GO9].
   */
  readonly keys?: readonly string[]
  /** A page of the device came in without a key pair, and has not named a new public key yet: `keys` are of pages before it. */
  readonly late?: true
}

/** A seat has no more pages than these at a time. */
const mostKeys = 8

/** What is copied in when the door closes. */
export interface CircleFacts {
  readonly circle: string
  readonly question: string
  readonly people: readonly CirclePerson[]
  readonly points: readonly {
    readonly id: string
    readonly by: string
    readonly kind: string
    readonly text: string
  }[]
}

/** What the circle knew when it closed the door. Malformed parts are left out; a document without it gives undefined. */
export function readCircle(doc: Y.Doc): CircleFacts | undefined {
  const map = doc.getMap('circle')
  const circle = map.get('circle')
  const question = map.get('question')
  if (typeof circle !== 'string' || typeof question !== 'string') return undefined
  const people: (CirclePerson & { index: number })[] = []
  const set = map.get('people')
  if (set instanceof Y.Map) {
    for (const value of set.values()) {
      const person = parseJson(value)
      if (isRecord(person) && typeof person['id'] === 'string' && typeof person['name'] === 'string') {
        people.push(person as unknown as CirclePerson & { index: number })
      }
    }
  }
  people.sort((a, b) => a.index - b.index)
  const points = parseJson(map.get('points'))
  return { circle, question, people, points: Array.isArray(points) ? (points as CircleFacts['points']) : [] }
}

/** Says that this device is inside, with the public key of this page beside those of its other pages. */
export function enterCircle(doc: Y.Doc, device: Omit<InsideDevice, 'keys'>, key?: string): void {
  const inside = doc.getMap('inside')
  const had = readDevice(device.id, inside.get(device.id))?.keys ?? []
  const keys = key === undefined || had.includes(key) ? had : [key, ...had].slice(0, mostKeys)
  const value = JSON.stringify({ ...device, ...(keys.length === 0 ? {} : { keys }) })
  if (inside.get(device.id) !== value) doc.transact(() => inside.set(device.id, value), LOCAL)
}

/** The devices inside, by name and id. */
export function readInside(doc: Y.Doc): readonly InsideDevice[] {
  return [...doc.getMap('inside')]
    .flatMap(([id, value]) => readDevice(id, value) ?? [])
    .sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1))
}

/** One entry of the list. What stands under another name than its own is no device. */
function readDevice(id: string, value: unknown): InsideDevice | undefined {
  const device = parseJson(value)
  if (!isRecord(device) || device['id'] !== id || typeof device['name'] !== 'string') return undefined
  const { keys, ...rest } = device
  const known = Array.isArray(keys) ? keys.filter((key) => typeof key === 'string').slice(0, mostKeys) : []
  return { ...(rest as unknown as InsideDevice), ...(known.length === 0 ? {} : { keys: known }) }
}

/** What was kept of that epoch. */
export function readKept(doc: Y.Doc, epoch: number): string | undefined {
  const key = doc.getMap('kept').get(String(epoch))
  return typeof key === 'string' ? key : undefined
}

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
