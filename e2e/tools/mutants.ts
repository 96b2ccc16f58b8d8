import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { farGuards } from './mutants/farGuards.ts'
import { gateGuards } from './mutants/gateGuards.ts'
import type { Mutant } from './mutants/mutant.ts'
import { nextKeyGuards } from './mutants/nextKeyGuards.ts'
import { roomGuards } from './mutants/roomGuards.ts'
import { sealedGuards } from './mutants/sealedGuards.ts'

/*
 * Takes each guard out in turn, in a copy of the source, and runs the tests that must notice. A guard whose absence no
 * test notices is worth nothing the day somebody takes it out. `npm run mutants -- relay` tries those with "relay" in
 * their name.
 */

const root = resolve(import.meta.dirname, '../..')
const parts = ['shared', 'server', 'client'] as const

/** A copy of the source whose packages are those of the copy. */
function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kringplan-mutants-'))
  const isSource = (path: string) => !['node_modules', 'dist'].includes(basename(path))
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, filter: isSource })
  for (const name of ['package.json', 'vite.config.ts', 'tsconfig.base.json'])
    cpSync(join(root, name), join(copy, name))
  mkdirSync(join(copy, 'node_modules/@kringplan'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@kringplan') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  }
  for (const part of parts) {
    symlinkSync(join(copy, part), join(copy, 'node_modules/@kringplan', part))
    const own = join(root, part, 'node_modules')
    if (existsSync(own)) symlinkSync(own, join(copy, part, 'node_modules'))
  }
  return copy
}

interface Report {
  readonly numFailedTests: number
  readonly numPassedTests: number
}

/** How many of these tests pass and fail in the copy; undefined when they could not be run. */
function run(copy: string, { tests, title }: Pick<Mutant, 'tests' | 'title'>): Report | undefined {
  const output = join(copy, 'report.json')
  rmSync(output, { force: true })
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const filter = title === undefined ? [] : ['-t', title]
  spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=json', `--outputFile=${output}`, ...filter, ...tests],
    {
      cwd: copy,
      stdio: 'ignore',
      timeout: 300_000,
    },
  )
  return existsSync(output) ? (JSON.parse(readFileSync(output, 'utf8')) as Report) : undefined
}

type Verdict = 'noticed' | 'NOT NOTICED' | 'not found' | 'tests do not run' | 'red already'

/** Green with the guard, red without it. */
function judge(copy: string, mutant: Mutant, green: Map<string, boolean>): Verdict {
  const path = join(copy, mutant.file)
  const source = readFileSync(path, 'utf8')
  if (source.split(mutant.find).length !== 2) return 'not found'
  const key = `${mutant.tests.join()} ${mutant.title ?? ''}`
  if (!green.has(key)) {
    const before = run(copy, mutant)
    green.set(key, before !== undefined && before.numFailedTests === 0 && before.numPassedTests > 0)
  }
  if (green.get(key) !== true) return 'red already'
  writeFileSync(
    path,
    source.replace(mutant.find, () => mutant.replace),
  )
  const after = run(copy, mutant)
  writeFileSync(path, source)
  if (after === undefined || after.numFailedTests + after.numPassedTests === 0) return 'tests do not run'
  return after.numFailedTests > 0 ? 'noticed' : 'NOT NOTICED'
}

const wanted = process.argv[2] ?? ''
const mutants = [...gateGuards, ...farGuards, ...nextKeyGuards, ...roomGuards, ...sealedGuards].filter(
  ({ guard }) => guard.includes(wanted),
)
const copy = makeCopy()
const green = new Map<string, boolean>()
let bad = 0
for (const mutant of mutants) {
  const verdict = judge(copy, mutant, green)
  if (verdict !== 'noticed') bad += 1
  console.log(`${verdict.padEnd(16)} ${mutant.guard.padEnd(48)} ${mutant.file}`)
}
rmSync(copy, { recursive: true, force: true })
console.log(`mutants: ${mutants.length} guards taken out in turn, ${mutants.length - bad} noticed`)
process.exitCode = bad === 0 && mutants.length > 0 ? 0 : 1
