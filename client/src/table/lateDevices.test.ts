import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { answerRollCall } from '../circle/rollCall.ts'
import { followSeen, seenDevices } from '../circle/seenDevices.ts'
import { say } from '../plan/presence.ts'
import { findAway, findLateDevices, sayLateDevice, type RollCall } from './lateDevices.ts'

const wim = { name: 'Wim', personId: 'p1' }
const edith = { name: 'tante Edith', personId: 'p2' }
const phone = (id: string, name: string): InsideDevice => ({ id, name, personId: name, kind: 'phone' })
const ask = (changes: Partial<RollCall>): readonly string[] =>
  findLateDevices({
    states: new Map(),
    heardAt: () => 10,
    since: 5,
    self: 1,
    inside: [],
    seat: 'mine',
    seen: new Map(),
    ...changes,
  }).map(sayLateDevice)

describe('the devices with words that have not arrived', () => {
  it('[OP6] names who says so, and nobody whose words have arrived', () => {
    const states = new Map([
      [2, { ...wim, device: 's2', pending: true }],
      [3, { ...edith, device: 's3', pending: false }],
    ])
    const inside = [phone('mine', 'opa'), phone('s2', 'Wim'), phone('s3', 'tante Edith')]
    expect(ask({ states, inside })).toEqual(['Op de telefoon van Wim staan nog woorden.'])
  })

  it('[OP6] names who was inside and does not answer, also when the connection is not yet known to be gone', () => {
    const states = new Map([[3, { ...edith, device: 's3', pending: false }]])
    const inside = [phone('s2', 'Wim'), phone('s3', 'tante Edith')]
    expect(ask({ states, inside })).toEqual([
      'De telefoon van Wim is even weg. Misschien staan daar nog woorden.',
    ])
    expect(ask({ states, inside, heardAt: () => 4 })).toHaveLength(2)
  })

  it('[OP6] a board is called a board, a person with two phones is named once, and what is no name is not shown', () => {
    const board: InsideDevice = { id: 'b', name: 'bord', personId: null, kind: 'board' }
    const inside = [board, phone('x', 'Wim'), phone('y', 'Wim')]
    expect(ask({ inside })).toEqual([
      'Een ander bord is even weg. Misschien staan daar nog woorden.',
      'De telefoon van Wim is even weg. Misschien staan daar nog woorden.',
    ])
    expect(ask({ states: new Map([[2, { name: 7, pending: true }]]) })).toEqual([])
  })

  it('[SD6] each device inside that does not answer is away, also a second one of the same person; never the own', () => {
    const states = new Map([[3, { ...wim, device: 'x', pending: false }]])
    const inside = [phone('mine', 'opa'), phone('x', 'Wim'), phone('y', 'Wim')]
    const call = { states, heardAt: () => 10, since: 5, self: 1, inside, seat: 'mine', seen: new Map() }
    expect(findAway(call).map(({ id }) => id)).toEqual(['y'])
    expect(findAway({ ...call, heardAt: () => 4 }).map(({ id }) => id)).toEqual(['x', 'y'])
  })

  it('[OP6] at the table: who was seen and went without a goodbye; not who said goodbye or came back', () => {
    const mine = new Awareness(new Y.Doc())
    const theirs = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())] as const
    const tell = (one: Awareness) =>
      applyAwarenessUpdate(mine, encodeAwarenessUpdate(one, [one.clientID]), 'remote')
    const stop = followSeen(mine)
    say(theirs[0], wim)
    say(theirs[1], edith)
    theirs.forEach(tell)
    say(theirs[1], { left: true })
    tell(theirs[1])
    for (const one of theirs) one.setLocalState(null)
    theirs.forEach(tell)
    const now = () => ask({ states: mine.getStates(), self: mine.clientID, seen: seenDevices(mine) })
    expect(now()).toEqual(['De telefoon van Wim is even weg. Misschien staan daar nog woorden.'])
    say(theirs[0], wim)
    tell(theirs[0])
    expect(now()).toEqual([])
    stop()
    for (const one of [mine, ...theirs]) one.destroy()
  })
})

describe('asking who is there', () => {
  it('[OP6] every device answers each asking once, and who never said anything stays silent', () => {
    const asker = new Awareness(new Y.Doc())
    const other = new Awareness(new Y.Doc())
    const reader = new Awareness(new Y.Doc())
    reader.setLocalState(null)
    say(other, wim)
    const answers = { other: 0, reader: 0 }
    other.on('update', (_: unknown, origin: unknown) => (answers.other += origin === 'local' ? 1 : 0))
    reader.on('update', (_: unknown, origin: unknown) => (answers.reader += origin === 'local' ? 1 : 0))
    const stops = [answerRollCall(other), answerRollCall(reader)]
    const hear = () => {
      for (const one of [other, reader])
        applyAwarenessUpdate(one, encodeAwarenessUpdate(asker, [asker.clientID]), 'remote')
    }
    say(asker, { ...edith, ask: 'first' })
    hear()
    say(asker, { at: null })
    hear()
    expect(answers).toEqual({ other: 1, reader: 0 })
    say(asker, { ask: 'second' })
    hear()
    expect(answers.other).toBe(2)
    for (const stop of stops) stop()
    for (const one of [asker, other, reader]) one.destroy()
  })
})
