import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { ManualClock } from '../testkit/manualClock.testkit.ts'
import { createBuilds } from './builds.ts'
import { fingerprintCode, fingerprintOf, readScreens } from './fingerprint.ts'

const DAY = 24 * 60 * 60 * 1000
let folder: string
let clock: ManualClock
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kringplan-builds-'))
  clock = new ManualClock()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A folder of screens with one script. */
function screens(name: string, script = `say('${name}')`): string {
  const web = join(folder, name)
  write(join(web, 'index.html'), `<!doctype html><script type="module" src="/assets/${name}.js"></script>`)
  write(join(web, 'assets', `${name}.js`), script)
  write(join(web, '.vite/manifest.json'), Math.random().toString())
  return web
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const dataDir = () => join(folder, 'data')
const start = (webDir: string) =>
  createBuilds({ webDir, dataDir: dataDir(), clock, log: createLog('silent') })
const kept = () => readdirSync(join(dataDir(), 'builds')).toSorted()

describe('a fingerprint', () => {
  it('[WB4] is of names and bytes, whatever the folder, and of nothing hidden', () => {
    const one = fingerprintOf(readScreens(screens('one')))
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprintOf(readScreens(screens('one')))).toBe(one)
    expect(fingerprintOf(readScreens(screens('one', "say('One')")))).not.toBe(one)
    expect(fingerprintOf(readScreens(screens('two', "say('one')")))).not.toBe(one)
    expect(fingerprintCode(one)).toBe(
      `${one.slice(0, 4)} ${one.slice(4, 8)} ${one.slice(8, 12)} ${one.slice(12, 16)}`,
    )
  })

  it('[WB4] is what sha256sum says, without our code', () => {
    const web = screens('one')
    write(join(web, 'assets', 'Zebra.css'), 'a{}')
    write(join(web, 'assets', '_x.css'), 'b{}')
    const said = execFileSync('sh', ['-c', 'find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum'], {
      cwd: web,
      encoding: 'utf8',
    })
    expect(fingerprintOf(readScreens(web))).toBe(said.slice(0, 64))
  })
})

describe('the builds of a server', () => {
  it('[WB6] stay over an upgrade, also when the folder of the screens is emptied', () => {
    const before = start(screens('one')).now()
    rmSync(join(folder, 'one'), { recursive: true })
    const after = start(screens('two'))
    expect(after.now()?.fingerprint).not.toBe(before?.fingerprint)
    expect(after.now()?.entry).toBe('/assets/two.js')
    expect(after.all()).toHaveLength(2)
    const found = after.find(before?.fingerprint ?? '')
    expect(found?.files.get('/assets/one.js')?.plain.toString()).toBe("say('one')")
  })

  it('[WB6] go when nobody needs them, and not before an open page has had a week', () => {
    const one = start(screens('one')).now()?.fingerprint ?? ''
    clock.advance(DAY)
    const builds = start(screens('two'))
    clock.advance(5 * DAY)
    builds.sweep(new Set())
    expect(kept()).toContain(one)
    clock.advance(2 * DAY)
    builds.sweep(new Set([one]))
    expect(builds.find(one)).toBeDefined()
    builds.sweep(new Set())
    expect(kept()).toEqual([builds.now()?.fingerprint])
    expect(builds.find(one)).toBeUndefined()
  })

  it('[WB6] of which the bytes were changed on disk are not served, and the one of now is kept anew', () => {
    const one = start(screens('one')).now()?.fingerprint ?? ''
    write(join(dataDir(), 'builds', one, 'assets/one.js'), "say('something else')")
    expect(start(screens('two')).find(one)).toBeUndefined()
    start(screens('one'))
    expect(start(screens('two')).find(one)).toBeDefined()
  })

  it('[WB6] a build that is made while the server runs belongs to the next start', () => {
    const builds = start(join(folder, 'one'))
    expect(builds.now()).toBeUndefined()
    screens('one')
    const first = builds.now()?.fingerprint
    expect(first).toBeDefined()
    screens('one', "say('later')")
    expect(builds.now()?.fingerprint).toBe(first)
    expect(start(join(folder, 'one')).now()?.fingerprint).not.toBe(first)
  })
})
