import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allCells, cellName, everybody, exists, isAllowed, places } from '../testkit/matrixCells.testkit.ts'
import { tryAll } from '../testkit/matrixTries.testkit.ts'
import {
  callIn,
  leaveWorld,
  makeWorld,
  rowsOf,
  settle,
  stateOf,
  type World,
} from '../testkit/matrixWorld.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

/*
 * The whole policy over real connections: who x phase x setting x what, from seats of every role and standing, with
 * other sockets open beside. The cells are made from the table and the routes (matrixCells.testkit.ts), what is tried is
 * written down, and a cell that nobody tried is a fault. The answer that is expected is read from the table; here the
 * server's own function is not asked.
 */

let test: TestApp
const tried = new Set<string>()
const counts = { allowed: 0, refused: 0 }
const worlds: World[] = []

beforeAll(async () => {
  test = await startTestApp()
})
afterAll(async () => {
  for (const world of worlds) leaveWorld(world)
  await test.stop()
})

describe.each(places)('$setting, $phase', ({ setting, phase }) => {
  let world: World
  beforeAll(async () => {
    // So that the limits per seat and address have room again.
    test.clock.advance(60_000)
    world = await makeWorld(test, setting, phase)
    worlds.push(world)
  })
  afterAll(() => leaveWorld(world))

  it.each(everybody.filter((who) => exists(who, setting, phase)))(
    '[PO1] [I1] $role $standing gets what the table says: a refusal says nothing, changes nothing, and reaches nobody',
    async (who) => {
      if (who.standing === 'called in') await callIn(world)
      await settle(world)
      const asker = world.askers.find((one) => one.who === who)
      if (asker === undefined) throw new Error('nobody sits there')
      const before = await rowsOf(world)
      const { targets, faults } = await tryAll(world, asker)
      await settle(world)
      expect(faults).toEqual([])
      // What was allowed was nonsense, or went into a document: no fact of the conference changed either way.
      expect(await rowsOf(world)).toBe(before)
      for (const { name, action } of targets) {
        tried.add(cellName(who, setting, phase, name))
        tried.add(cellName(who, setting, phase, `right: ${action}`))
        counts[isAllowed(who, setting, phase, action) ? 'allowed' : 'refused'] += 1
      }
    },
  )

  it('[PO1] the comparison sees a change: what is allowed and meant does change something', async () => {
    const before = [stateOf(world), await rowsOf(world)]
    const { board, member, coordinator } = world.circle
    if (setting === 'withDoor' && phase === 'deliberation')
      await board.browser.do('call', { seat: board.seat }, { reason: 'explain' })
    else if (phase === 'followUp') await member.browser.do('endSeat', { seat: member.seat }, {})
    else if (phase === 'closed') return expect(world.witnesses).toEqual([])
    else if (phase === 'preparation' || phase === 'information' || setting === 'together')
      await member.browser.do('editSelf', { seat: member.seat }, { language: 'en' })
    else
      await coordinator.browser
        .do('end', { seat: coordinator.seat }, { revision: world.revision })
        .catch(() => member.browser.do('editSelf', { seat: member.seat }, { language: 'en' }))
    const after = [stateOf(world), await rowsOf(world)]
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })
})

describe('the matrix', () => {
  it('[PO2] no cell is left untried', () => {
    const wanted = allCells()
    const listed = new Set(wanted)
    // Only the first few: a list of thousands says no more.
    expect(wanted.filter((cell) => !tried.has(cell)).slice(0, 20)).toEqual([])
    expect([...tried].filter((cell) => !listed.has(cell))).toEqual([])
    process.stdout.write(
      `matrix: ${wanted.length} cells, all tried: ${counts.allowed} times allowed, ${counts.refused} times refused\n`,
    )
  })
})
