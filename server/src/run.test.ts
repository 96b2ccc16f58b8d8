import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../bin/kringplan.mjs', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'kringplan-test-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Runs a program until it ends; `until` ends it in order as soon as it has printed that. */
function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until?: RegExp,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { KRINGPLAN_DATA: directory, PORT: '0', KRINGPLAN_LOG: 'silent', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (until?.test(out) === true) child.kill('SIGTERM')
  })
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

describe('the programs', { timeout: 30_000 }, () => {
  it('tell a mistake in the settings in one sentence', async () => {
    const { code, out, err } = await runProgram(['start'], { PORT: 'many' })
    expect([code, out, err]).toEqual([1, '', 'PORT must be a whole number from 0 to 65535, such as 4321.\n'])
  })

  it('ask for a server before the first link, then print a link that differs each time', async () => {
    const early = await runProgram(['link'], {})
    expect([early.code, early.err]).toEqual([
      1,
      'KRINGPLAN_DATA has no Kringplan in it yet: start the server once with "npm start".\n',
    ])
    const started = await runProgram(['start'], {}, /\/c#\S+\n/)
    expect(started.code).toBe(0)
    expect(started.out).toMatch(
      /^Kringplan runs on http:\/\/localhost:\d+\nThere is no coordinator yet\..*\nhttp:\/\/localhost:\d+\/c#[A-Za-z0-9_-]{22}\n$/,
    )
    const links = [await runProgram(['link', 'Fatma'], {}), await runProgram(['link'], {})]
    const urls = links.map(({ out }) => out.trim().split('\n').at(-1))
    expect(urls[0]).toMatch(/\/c#[A-Za-z0-9_-]{22}$/)
    expect(urls[0]).not.toBe(urls[1])
  })
})
