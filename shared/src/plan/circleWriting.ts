import * as Y from 'yjs'
import type { CircleFacts } from './circleDoc.ts'
import { LOCAL } from './planDoc.ts'

/*
 * What is seldom written into the sealed document, of what `circleDoc.ts` reads: apart, so that a phone that only reads loads
 * none of it.
 */

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

/** Says that these devices are inside no more. */
export function leaveCircle(doc: Y.Doc, ids: readonly string[]): void {
  const inside = doc.getMap('inside')
  const gone = ids.filter((id) => inside.has(id))
  if (gone.length === 0) return
  doc.transact(() => {
    for (const id of gone) inside.delete(id)
  }, LOCAL)
}

/** Keeps for later epochs what opens what devices kept for themselves in this one. */
export function keepForLater(doc: Y.Doc, epoch: number, key: string): void {
  const kept = doc.getMap('kept')
  if (kept.get(String(epoch)) !== key) doc.transact(() => kept.set(String(epoch), key), LOCAL)
}
