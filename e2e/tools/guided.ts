import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fuzzSeed, spoilt } from '@kringplan/shared/fuzz.testkit'
import { inTime, type Guided } from '@kringplan/shared/guided.testkit'
import fc from 'fast-check'
import { createInstrumenter } from 'istanbul-lib-instrument'
import { build } from 'vite'

/*
 * The second half of `npm run fuzz`: a search that is led by which branches of a reader an input takes. An input that
 * takes one as often as none before is kept, and changed on; so the search gets behind checks that chance does not pass.
 * What the readers use of libraries is bundled with them: its branches lead, too. `npm run guided -- decodeBlob` searches
 * with one reader alone.
 */

const root = resolve(import.meta.dirname, '../..')
const sources = [
  ['sealedReaders', 'shared/src/sealed/guided.testkit.ts'],
  ['openReaders', 'server/src/rooms/guided.testkit.ts'],
  ['insideReaders', 'client/src/sealed/guided.testkit.ts'],
] as const
/** Inputs for each reader, and how many of them are made out of the same kept ones. */
const runs = Number(process.env['KRINGPLAN_RUNS'] ?? 60_000)
const batch = 200
const longest = 4096

const folder = mkdtempSync(join(tmpdir(), 'kringplan-guided-'))

/** All readers in one file that counts its branches. */
async function bundle(): Promise<Readonly<Record<string, Guided>>> {
  const entry = join(folder, 'entry.ts')
  const lines = sources.map(([name, file]) => `import { ${name} } from ${JSON.stringify(join(root, file))}`)
  const all = sources.map(([name]) => `...${name}`).join(', ')
  writeFileSync(entry, [...lines, `export const readers = { ${all} }`].join('\n'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: join(folder, 'out'),
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'readers.cjs' } },
    },
  })
  const file = join(folder, 'out/readers.cjs')
  const counting = createInstrumenter({ coverageVariable: counted, esModules: false, compact: true })
  writeFileSync(file, counting.instrumentSync(readFileSync(file, 'utf8'), file))
  return (createRequire(import.meta.url)(file) as { readers: Readonly<Record<string, Guided>> }).readers
}

const counted = '__branches__'

/** How often each branch was taken since it was last asked. */
function branchCounts(): number[][] {
  const files = (globalThis as Record<string, unknown>)[counted] as Record<
    string,
    { b: Record<string, number[]> }
  >
  return Object.values(files).flatMap(({ b }) => Object.values(b))
}

/** Whether the last input took a branch, or took it so often, as none before; forgets the counts. */
function isNew(counts: readonly number[][], known: Set<number>): boolean {
  let found = false
  let at = 0
  for (const ways of counts) {
    for (let way = 0; way < ways.length; way++) {
      at += 1
      const times = ways[way] ?? 0
      if (times === 0) continue
      ways[way] = 0
      // Once, twice, up to four, eight, ...: one time more or less is nothing new.
      const key = at * 64 + Math.ceil(Math.log2(times))
      if (known.has(key)) continue
      known.add(key)
      found = true
    }
  }
  return found
}

/** Searches with one reader; throws with the input that was bad. */
function search(name: string, reader: Guided): string {
  const check = inTime(reader)
  const known = new Set<number>()
  const kept: Uint8Array[] = []
  const counts = branchCounts()
  const attempt = (bytes: Uint8Array) => {
    try {
      check(bytes)
    } catch (error) {
      const hex = Buffer.from(bytes).toString('hex')
      throw new Error(`${name}, seed ${fuzzSeed}: ${hex}`, { cause: error })
    }
    if (isNew(counts, known)) kept.push(bytes)
  }
  isNew(counts, new Set())
  reader.seeds.forEach(attempt)
  const first = new Set(known)
  for (let tried = 0; tried < runs; tried += batch) {
    const one = fc.constantFrom(...kept)
    const crossed = fc.tuple(one, one, fc.nat(), fc.nat()).map(cross)
    const inputs = fc.oneof({ weight: 4, arbitrary: spoilt(one) }, { weight: 1, arbitrary: crossed })
    for (const bytes of fc.sample(inputs, { seed: fuzzSeed + tried, numRuns: batch }))
      attempt(bytes.slice(0, longest))
  }
  const branches = (keys: Iterable<number>) => new Set([...keys].map((key) => Math.floor(key / 64))).size
  return `${name} ${runs} (branches ${branches(first)} to ${branches(known)})`
}

/** The beginning of one and the end of another. */
function cross([a, b, from, to]: [Uint8Array, Uint8Array, number, number]): Uint8Array {
  return Uint8Array.from([...a.slice(0, from % (a.length + 1)), ...b.slice(to % (b.length + 1))])
}

try {
  const readers = await bundle()
  const wanted = Object.entries(readers).filter(([name]) => name.includes(process.argv[2] ?? ''))
  const said = wanted.map(([name, reader]) => search(name, reader))
  console.log(`guided, seed ${fuzzSeed}: ${said.join(', ')}`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
