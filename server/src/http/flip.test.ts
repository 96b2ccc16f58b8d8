import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFuzz, runSeed } from '../testkit/chance.testkit.ts'
import { flip } from '../testkit/flipRun.testkit.ts'
import { watchServerSends, type ServerSends } from '../testkit/serverSends.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

/*
 * The door closes in the middle of everything: sockets of all roles open, words on their way. Each seed is run twice,
 * with a silent and with a busy circle behind the door.
 */

const seeds = isFuzz ? 1000 : 50
const perServer = 10
const groups = Array.from({ length: seeds / perServer }, (_, group) => runSeed + group * perServer)

describe('a door that closes at any moment', () => {
  let test: TestApp
  let sends: ServerSends
  beforeEach(async () => {
    test = await startTestApp()
    sends = watchServerSends(test)
  })
  afterEach(async () => {
    sends.stop()
    await test.stop()
  })

  it.each(groups)(
    '[I1] [OD7] [NI1] not one frame of a document for who is locked out, their words in no document, all else the same (seeds from %i)',
    async (first) => {
      // Its own, also when it takes too long and the next one has begun.
      const [app, counted] = [test, sends]
      for (let seed = first; seed < first + perServer; seed++) {
        const silent = await flip(app, counted, seed, 'silent')
        const busy = await flip(app, counted, seed, 'busy')
        for (const run of [silent, busy]) {
          expect([seed, run.after]).toEqual([seed, 0])
          // The positive control: until then there were some.
          expect(run.before).toBeGreaterThan(2)
          expect(run.left).toEqual(run.closed)
          expect(run.opened).toEqual(run.closed)
          const ids = new Set(run.closed.agreements.map(({ id }) => id))
          expect([...run.foreign, ...run.late].filter((id) => ids.has(id))).toEqual([])
        }
        expect(busy.storedInside).toBeGreaterThan(20)
        expect(silent.storedInside).toBe(0)
        for (const [name, heard] of Object.entries(silent.heard)) {
          expect(heard.length).toBeGreaterThan(6)
          expect([seed, name, busy.heard[name]]).toEqual([seed, name, heard])
        }
      }
    },
    isFuzz ? 600_000 : 120_000,
  )

  it('[NI1] the comparison sees what does cross, and words that are in time do stand in the plan', async () => {
    const silent = await flip(test, sends, runSeed, 'silent')
    const leaky = await flip(test, sends, runSeed, 'leaky')
    expect(leaky.heard['coordinator']).not.toEqual(silent.heard['coordinator'])
    expect(silent.closed.agreements.length).toBeGreaterThan(1)
  })
})
