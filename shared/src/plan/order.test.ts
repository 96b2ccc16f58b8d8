import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byOrder, orderAtEnd, ordersForMove, type Placed } from './order.ts'

/** Applies a move as a device would. */
function move(row: readonly Placed[], id: string, index: number): Placed[] {
  const changes = new Map(ordersForMove(row, id, index).map((change) => [change.id, change.order]))
  return row.map((item) => ({ id: item.id, order: changes.get(item.id) ?? item.order })).sort(byOrder)
}

describe('order', () => {
  it('[PL2] a move puts the agreement exactly where it was put and keeps the others in order', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-f]{1,4}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(ids, fc.array(fc.tuple(fc.nat(20), fc.nat(20))), fc.boolean(), (names, moves, twins) => {
        let row: Placed[] = []
        for (const id of names) {
          // Twins: what two devices make that add at the same moment.
          const order = twins && row.length % 2 === 1 ? (row.at(-1)?.order ?? '') : orderAtEnd(row)
          row.push({ id, order })
        }
        row.sort(byOrder)
        for (const [which, to] of moves) {
          const id = row[which % row.length]?.id ?? ''
          const expected = row.filter((item) => item.id !== id).map((item) => item.id)
          expected.splice(Math.min(to, expected.length), 0, id)
          row = move(row, id, to)
          expect(row.map((item) => item.id)).toEqual(expected)
        }
      }),
    )
  })

  it('[PL2] an agreement that lost its key, and a key that is none, keep nobody from adding and moving', () => {
    const lost = [
      { id: 'a', order: '' },
      { id: 'b', order: '' },
    ]
    expect(orderAtEnd(lost)).toBe('a0')
    expect(move([...lost, { id: 'c', order: 'a0' }], 'c', 0).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(move([...lost, { id: 'c', order: 'a0' }], 'a', 2).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    const orders = fc.constantFrom('', 'a0', 'a1', 'Zz', '~', '0', 'a', 'a00', 'zzzzzz', ' ')
    fc.assert(
      fc.property(
        fc.array(orders, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.nat(9),
        (keys, which, to) => {
          const row = keys.map((order, n) => ({ id: `i${n}`, order }))
          const added = [...row, { id: 'new', order: orderAtEnd(row) }]
          expect(move(added, `i${which % row.length}`, to)).toHaveLength(added.length)
        },
      ),
    )
  })
})
