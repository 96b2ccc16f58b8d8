import fc from 'fast-check'
import { badSeeds } from './fuzzSeeds.testkit.ts'

/*
 * Reading what others send, under very many inputs. `npm test` tries some thousands, `npm run fuzz` over a million; there
 * it is measured too that none takes long. What was bad once is tried first, each time (fuzzSeeds.testkit.ts).
 */

interface Process {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: { write(line: string): void }
}

const { process } = globalThis as { readonly process?: Process }
const env = process?.env

/** Whether this is `npm run fuzz`. */
export const isFuzz = env?.['KRINGPLAN_FUZZ'] === '1'

/** The seed of this run: another each time, or `KRINGPLAN_SEED` to see one again. */
export const fuzzSeed = Number(env?.['KRINGPLAN_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** So much more is tried in `npm run fuzz`. */
const fuzzTimes = 60

/** No input may keep a server or a phone busy for longer. */
const patienceMs = 50

/** What a run has tried so far, by name. */
const tried = new Map<string, number>()

/** Tries `check` on `runs` inputs, bad ones of before first. `check` throws when something is wrong. */
export function fuzz<T>(name: string, input: fc.Arbitrary<T>, runs: number, check: (value: T) => void): void {
  const property = fc.property(input, (value) => {
    tried.set(name, (tried.get(name) ?? 0) + 1)
    if (isFuzz) checkInTime(value, check)
    else check(value)
  })
  for (const { seed, path } of badSeeds[name] ?? []) fc.assert(property, { seed, path, numRuns: 1 })
  fc.assert(property, { seed: fuzzSeed, numRuns: runsOf(runs) })
}

/** The same for what answers later. */
export async function fuzzAsync<T>(
  name: string,
  input: fc.Arbitrary<T>,
  runs: number,
  check: (value: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(input, (value) => {
    tried.set(name, (tried.get(name) ?? 0) + 1)
    return check(value)
  })
  for (const { seed, path } of badSeeds[name] ?? []) await fc.assert(property, { seed, path, numRuns: 1 })
  await fc.assert(property, { seed: fuzzSeed, numRuns: runsOf(runs) })
}

/** Says how many inputs were tried, by what read them. */
export function sayTried(): void {
  const counts = [...tried].map(([name, count]) => `${name} ${count}`)
  process?.stdout.write(`fuzz, seed ${fuzzSeed}: ${counts.join(', ')}\n`)
}

/** How many inputs are tried in this kind of run. */
function runsOf(runs: number): number {
  return isFuzz ? runs * fuzzTimes : runs
}

/** Time enough for a test of `fuzz`: its inputs are counted, not its seconds. */
export const fuzzTimeout = isFuzz ? 1_200_000 : 30_000

/** A machine that does something else for a moment is no fault of the input: only what is slow three times is. */
function checkInTime<T>(value: T, check: (value: T) => void): void {
  let fastest = Infinity
  for (let n = 0; n < 3 && fastest > patienceMs; n++) {
    const start = Date.now()
    check(value)
    fastest = Math.min(fastest, Date.now() - start)
  }
  if (fastest > patienceMs) throw new Error(`took ${fastest} ms`)
}

type Edit = (bytes: Uint8Array) => Uint8Array

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, value]): Edit => (bytes) => {
    const out = bytes.slice()
    if (out.length > 0) out[at % out.length] = value
    return out
  }),
  fc.nat().map(
    (at): Edit =>
      (bytes) =>
        bytes.slice(0, at % (bytes.length + 1)),
  ),
  fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 12 })).map(
    ([at, more]): Edit =>
      (bytes) =>
        put(bytes, at, more),
  ),
  // A number far too large, as lib0 writes them.
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })).map(([at, length]): Edit => (bytes) => {
    const huge = new Uint8Array(length).fill(255)
    huge[length - 1] = 127
    return put(bytes, at, huge)
  }),
  fc.tuple(fc.nat(), fc.nat(40)).map(([at, length]): Edit => (bytes) => {
    const from = at % (bytes.length + 1)
    return put(bytes, from, bytes.slice(from, from + length))
  }),
)

function put(bytes: Uint8Array, place: number, more: Uint8Array): Uint8Array {
  const at = place % (bytes.length + 1)
  const out = new Uint8Array(bytes.length + more.length)
  out.set(bytes.subarray(0, at))
  out.set(more, at)
  out.set(bytes.subarray(at), at + more.length)
  return out
}

/** Good bytes with one to four changes: cut, doubled, with other or far too large numbers; and now and then any bytes. */
export function spoilt(good: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const changed = fc
    .tuple(good, fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([bytes, edits]) => edits.reduce((now, change) => change(now), bytes))
  return fc.oneof(
    { weight: 4, arbitrary: changed },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  )
}
