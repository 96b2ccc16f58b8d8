import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseCopy, keepCopy, readCopies, readCopy, type CopyToKeep } from './copyStore.ts'
import { samplePeople, samplePlanFile } from './sampleCopy.testkit.ts'

let database = ''
let count = 0
beforeEach(() => {
  count += 1
  database = `copies-${count}`
})

const members = samplePeople.filter(({ role }) => role === 'member').map(({ id }) => id)
const signed = (version: number, signers: number) =>
  samplePlanFile({ version, signers: members.slice(0, signers) })
const of = (file: CopyToKeep['file'], seat = 's1'): CopyToKeep => ({ seat, file, me: 'edith', locale: 'nl' })
const keep = (copy: CopyToKeep) => keepCopy(copy, database)

describe('copyStore', () => {
  it('[CP1] what was kept is read back without anything else, by seat', async () => {
    const file = signed(1, 3)
    await keep(of(file))
    await keep({ ...of(file, 's2'), me: null, locale: 'en' })
    expect(await readCopy('s1', database)).toMatchObject({ file, me: 'edith', locale: 'nl' })
    expect(await readCopy('s2', database)).toMatchObject({ file, me: null, locale: 'en' })
    expect(await readCopy('s3', database)).toBeNull()
    expect(await readCopies(database)).toHaveLength(2)
  })

  it('[CP2] in whatever order versions and signatures arrive, the newest with the most stays', async () => {
    const copies = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: members.length }))
    await fc.assert(
      fc.asyncProperty(fc.array(copies, { minLength: 1, maxLength: 5 }), async (arrivals) => {
        count += 1
        database = `copies-${count}`
        for (const [version, signers] of arrivals) await keep(of(signed(version, signers)))
        const kept = await readCopy('s1', database)
        const [version = 0, signers = 0] = arrivals.toSorted((a, b) => b[0] - a[0] || b[1] - a[1])[0] ?? []
        expect(kept?.file).toEqual(signed(version, signers))
      }),
      { numRuns: 15 },
    )
  })

  it('[CP2] answers what is kept, and takes who I am and the language from the last caller', async () => {
    await keep(of(signed(2, 5)))
    const kept = await keep({ ...of(signed(1, 8)), me: 'opa', locale: 'en' })
    expect(kept).toMatchObject({ file: signed(2, 5), me: 'opa', locale: 'en' })
    const more = await keep(of(signed(2, 6)))
    expect(more.file.signatures).toHaveLength(6)
  })

  it('[CP2] two at once do not undo each other', async () => {
    await Promise.all([keep(of(signed(1, 8))), keep(of(signed(1, 2))), keep(of(signed(1, 7)))])
    expect((await readCopy('s1', database))?.file.signatures).toHaveLength(8)
  })

  it('[CP2] a changed file never takes the place of a true one, and a true one takes that of a changed one', async () => {
    const good = signed(1, 3)
    const bad = { ...signed(2, 8), hash: good.hash }
    await keep(of(good))
    expect((await keep(of(bad))).file).toEqual(good)
    await eraseCopy('s1', database)
    expect(await keep(of(bad))).toMatchObject({ file: bad, good: false })
    expect(await keep(of(good))).toMatchObject({ file: good, good: true })
    await expect(keep(of({ ...good, text: 'no plan' }))).rejects.toThrow('without a plan')
  })

  it('[CP8] erased is gone, and another seat keeps its own', async () => {
    await keep(of(signed(1, 1)))
    await keep(of(signed(1, 1), 's2'))
    await eraseCopy('s1', database)
    expect(await readCopy('s1', database)).toBeNull()
    expect(await readCopy('s2', database)).not.toBeNull()
  })
})
