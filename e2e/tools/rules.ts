import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/*
 * The rules of shared/SPEC.md and the tests belong together: a test may cite no rule that does not stand there.
 * Prints how many rules stand there and how many a test cites by number.
 */

const root = resolve(import.meta.dirname, '../..')
const tests = ['shared/src', 'server/src', 'client/src', 'e2e/tests'].flatMap((folder) =>
  globSync(`${folder}/**/*.{test,spec}.{ts,tsx}`, { cwd: root }),
)

const idsIn = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].flatMap(([, ids = '']) => ids.split(', ')))

const cited = new Set<string>()
for (const test of tests) {
  const text = readFileSync(resolve(root, test), 'utf8')
  for (const id of idsIn(text, /\[([A-Z]{1,3}\d+(?:, [A-Z]{1,3}\d+)*)\]/g)) cited.add(id)
}
const written = idsIn(
  readFileSync(resolve(root, 'shared/SPEC.md'), 'utf8'),
  /\*\*([A-Z]{1,3}\d+(?:, [A-Z]{1,3}\d+)*)\*\*/g,
)

const unknown = [...cited].filter((id) => !written.has(id)).toSorted()
for (const id of unknown) console.error(`rules: a test cites [${id}], which shared/SPEC.md does not have`)
const untested = [...written].filter((id) => !cited.has(id)).toSorted()
console.log(`rules: ${written.size} in SPEC.md, ${written.size - untested.length} cited by a test`)
if (untested.length > 0)
  console.log(`rules: held by types, checks or review, not cited: ${untested.join(' ')}`)
process.exitCode = unknown.length > 0 || cited.size === 0 ? 1 : 0
