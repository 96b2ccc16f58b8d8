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
/** Signing is slow: each file is made once. */
const made = new Map<string, CopyToKeep['file']>()
function signed(version: number, signers: number): CopyToKeep['file'] {
  const name = `${version} ${signers}`
  const file = made.get(name) ?? samplePlanFile({ version, signers: members.slice(0, signers) })
  made.set(name, file)
  return file
}
const of = (file: CopyToKeep['file'], seat = 's1'): CopyToKeep => ({ seat, file, me: 'edith', locale: 'nl' })
const keep = (copy: CopyToKeep, into = database) => keepCopy(copy, into)

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
    const copies = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }))
    await fc.assert(
      fc.asyncProperty(fc.array(copies, { minLength: 1, maxLength: 4 }), async (arrivals) => {
        count += 1
        const own = `copies-${count}`
        for (const [version, signers] of arrivals) await keep(of(signed(version, signers)), own)
        const kept = await readCopy('s1', own)
        const [version = 0, signers = 0] = arrivals.toSorted((a, b) => b[0] - a[0] || b[1] - a[1])[0] ?? []
        expect(kept?.file).toEqual(signed(version, signers))
      }),
      { numRuns: 12 },
    )
  })

  it('[CP2] answers what is kept, and takes who I am and the language from the last caller', async () => {
    await keep(of(signed(2, 2)))
    const kept = await keep({ ...of(signed(1, 3)), me: 'opa', locale: 'en' })
    expect(kept).toMatchObject({ file: signed(2, 2), me: 'opa', locale: 'en' })
    const more = await keep(of(signed(2, 3)))
    expect(more.file.signatures).toHaveLength(3)
  })

  it('[CP2] two at once do not undo each other', async () => {
    await Promise.all([keep(of(signed(1, 3))), keep(of(signed(1, 1))), keep(of(signed(1, 2)))])
    expect((await readCopy('s1', database))?.file.signatures).toHaveLength(3)
  })

  it('[CP2] a changed file never takes the place of a true one, and a true one takes that of a changed one', async () => {
    const good = signed(1, 3)
    const bad = { ...signed(2, 3), hash: good.hash }
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
