import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/*
 * How much script a phone has to fetch, gzipped, in kilobytes of 1000 bytes. Read from what was built: the closure
 * of static imports of the page's own chunks. e2e/tests/budgets.spec.ts measures what those pages really load.
 */

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const web = resolve(import.meta.dirname, '../../client/dist/web')
const manifestFile = resolve(web, '.vite/manifest.json')
if (!existsSync(manifestFile)) {
  console.error('budgets: nothing is built; run npm run build first')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>

/** The script files that come with these chunks. */
function closure(keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`budgets: the build has no ${key}`)
    if (seen.has(chunk.file)) return
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return seen
}

function kilobytes(files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) {
    if (file.endsWith('.js')) bytes += gzipSync(readFileSync(resolve(web, file))).length
  }
  return Math.round(bytes / 100) / 10
}

// The page behind a personal link stands in the first file (client/src/main.tsx).
const join = ['index.html']
const phone = [...join, 'src/App.tsx', 'src/now/MemberSeat.tsx']
const open = closure([...phone, 'src/seats/OpenPlan.tsx'])
const sealed = closure([...phone, 'src/now/MemberInside.tsx'])
const withEditor = closure([...phone, 'src/seats/OpenPlan.tsx', 'src/editor/TextField.tsx'])
const onlyEditor = [...withEditor].filter((file) => !open.has(file))

const budgets = [
  { what: 'the join page', kb: kilobytes(closure(join)), limit: 90 },
  { what: 'drafting on a phone, in the open, before an editor', kb: kilobytes(open), limit: 160 },
  { what: 'drafting on a phone, behind the door, before an editor', kb: kilobytes(sealed), limit: 160 },
  { what: 'the editor on top of that', kb: kilobytes(onlyEditor), limit: 100 },
]

for (const { what, kb, limit } of budgets) {
  console.log(`budgets: ${what}: ${kb} kB of ${limit} kB gzipped${kb > limit ? '  TOO LARGE' : ''}`)
}
process.exitCode = budgets.some(({ kb, limit }) => kb > limit) ? 1 : 0
