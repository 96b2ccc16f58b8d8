import { describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readWriters, sayWhere } from './presence.ts'

const me = { name: 'oom Herman', personId: 'p5', seat: 'seat1' }
const at = { agreement: 'a1', field: 'where' } as const

function pair() {
  const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  const send = () => applyAwarenessUpdate(theirs, encodeAwarenessUpdate(mine, [mine.clientID]), 'test')
  return { mine, theirs, send, end: () => [mine, theirs].forEach((awareness) => awareness.destroy()) }
}

describe('presence', () => {
  it('says who writes where, to others only', () => {
    const { mine, theirs, send, end } = pair()
    sayWhere(mine, me, at)
    send()
    expect(readWriters(theirs)).toEqual([
      { client: mine.clientID, name: 'oom Herman', personId: 'p5', ...at },
    ])
    expect(readWriters(mine)).toEqual([])
    sayWhere(mine, me, null)
    send()
    expect(readWriters(theirs)).toEqual([])
    end()
  })

  it('carries a name, a person and a place, and nothing else', () => {
    const { mine, end } = pair()
    sayWhere(mine, me, at)
    expect(mine.getLocalState()).toEqual({ name: 'oom Herman', personId: 'p5', at })
    end()
  })

  it.each([
    ['no name', { name: '', at }],
    ['a name that is no text', { name: 7, at }],
    ['no place', { name: 'x', at: 'a1' }],
    ['an unknown question', { name: 'x', at: { agreement: 'a1', field: '__proto__' } }],
  ])('leaves out %s', (_, state) => {
    const { mine, theirs, send, end } = pair()
    mine.setLocalState(state)
    send()
    expect(readWriters(theirs)).toEqual([])
    end()
  })

  it('sends nothing when nothing changed', () => {
    const { mine, end } = pair()
    sayWhere(mine, me, at)
    let sent = 0
    mine.on('update', () => (sent += 1))
    sayWhere(mine, me, { ...at })
    expect(sent).toBe(0)
    sayWhere(mine, me, null)
    expect(sent).toBe(1)
    end()
  })
})
