import { fingerprintCode, fingerprintOf, readScreens } from '@kringplan/server/fingerprint'
import { spawnSync } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/*
 * [WB5] The same source gives the same bytes: builds the client once more, from a copy of the source in another folder with
 * its own packages, and compares with what `npm run build` made. Without that nobody could compare a fingerprint with a
 * build of their own.
 */

const root = resolve(import.meta.dirname, '../..')
const built = process.env['KRINGPLAN_E2E_WEB'] ?? join(root, 'client/dist/web')
const again = join(root, 'dist/elsewhere')
const sources = ['client', 'shared', 'package.json', 'tsconfig.base.json', 'vite.config.ts']
/** Made by builds and checks, not part of the source. */
const made = new Set(['client/dist', 'shared/dist', 'client/src/messages/compiled'])

/** The packages at another path, without a second gigabyte: the same files under further names. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkPackages(here, there)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(here), there)
    else linkSync(here, there)
  }
}

function buildElsewhere(): void {
  rmSync(again, { recursive: true, force: true })
  mkdirSync(again, { recursive: true })
  for (const source of sources) {
    cpSync(join(root, source), join(again, source), {
      recursive: true,
      filter: (file) => !made.has(relative(root, file)),
    })
  }
  linkPackages(join(root, 'node_modules'), join(again, 'node_modules'))
  const vite = join(again, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: again,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('rebuild: the client could not be built in another folder')
}

try {
  buildElsewhere()
  const [first, second] = [readScreens(built), readScreens(join(again, 'client/dist/web'))]
  const bytes = new Map(second.map(({ path, bytes: content }) => [path, content]))
  const differing = [
    ...first.filter((file) => bytes.get(file.path)?.equals(file.bytes) !== true).map(({ path }) => path),
    ...second.filter(({ path }) => !first.some((file) => file.path === path)).map(({ path }) => path),
  ]
  for (const path of differing) console.error(`rebuild: in another folder there is another ${path}`)
  const isSame = differing.length === 0 && first.length > 50
  console.log(
    `rebuild: ${first.length} files, ${isSame ? 'the same' : 'NOT the same'} in another folder: ${fingerprintCode(fingerprintOf(first))}`,
  )
  process.exitCode = isSame ? 0 : 1
} finally {
  rmSync(again, { recursive: true, force: true })
}
