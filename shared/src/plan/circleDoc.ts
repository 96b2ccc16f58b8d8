import * as Y from 'yjs'
import { LOCAL } from './planDoc.ts'

/*
 * What the sealed document carries beside the agreements, because nothing about the inside may travel through
 * the server in the clear (decisions 6.2):
 *
 *   circle   Map   question, circle: string; points: JSON string; people: Map <person id> -> JSON string
 *   inside   Map   <device id> -> JSON string of InsideDevice
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
  /** Its public key, base64url of 32 bytes: for a next key of the room [GO4]. */
  readonly key?: string
}

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

/** Writes what the circle knew when it closed the door. Called once, by the device that closes it. */
export function writeCircle(doc: Y.Doc, facts: CircleFacts): void {
  doc.transact(() => {
    const circle = doc.getMap('circle')
    circle.set('circle', facts.circle)
    circle.set('question', facts.question)
    circle.set('points', JSON.stringify(facts.points))
    const people = new Y.Map<string>()
    facts.people.forEach((person, index) => people.set(person.id, JSON.stringify({ ...person, index })))
    circle.set('people', people)
  }, LOCAL)
}

/** Reads it back. Malformed parts are left out; a document without it gives undefined. */
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

/** Says that this device is inside. */
export function enterCircle(doc: Y.Doc, device: InsideDevice): void {
  const inside = doc.getMap('inside')
  const value = JSON.stringify(device)
  if (inside.get(device.id) !== value) doc.transact(() => inside.set(device.id, value), LOCAL)
}

/** Says that these devices are inside no more. */
export function leaveCircle(doc: Y.Doc, ids: readonly string[]): void {
  const inside = doc.getMap('inside')
  const gone = ids.filter((id) => inside.has(id))
  if (gone.length === 0) return
  doc.transact(() => {
    for (const id of gone) inside.delete(id)
  }, LOCAL)
}

/** The devices inside, by name and id. */
export function readInside(doc: Y.Doc): readonly InsideDevice[] {
  const devices: InsideDevice[] = []
  for (const value of doc.getMap('inside').values()) {
    const device = parseJson(value)
    if (isRecord(device) && typeof device['id'] === 'string' && typeof device['name'] === 'string') {
      devices.push(device as unknown as InsideDevice)
    }
  }
  return devices.sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1))
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
