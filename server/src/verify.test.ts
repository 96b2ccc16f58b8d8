import { samplePlanFile } from '@kringplan/shared/plan/samplePlanFile.testkit'
import { canonicalText, planHash, spokenCode } from '@kringplan/shared/plan/canonical'
import { planOf } from '@kringplan/shared/plan/planFile'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyReport } from './verifyReport.ts'

const program = resolve(import.meta.dirname, '../bin/kringplan.mjs')
const file = samplePlanFile()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kringplan-verify-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function verify(content: string | null, ...options: readonly string[]) {
  const path = join(folder, 'plan.json')
  if (content !== null) writeFileSync(path, content)
  // No server, no data and no settings: an environment with nothing in it.
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'verify', path, ...options], {
    encoding: 'utf8',
    env: {},
    cwd: folder,
  })
  return { status, stdout, stderr }
}

describe('verifying a plan file', () => {
  it('[CP3] a good file: exit code 0, and a sentence for words, code and each signature', () => {
    const { status, stdout, stderr } = verify(JSON.stringify(file))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain(`The words are unchanged. Their code is ${spokenCode(file.hash)}.`)
    for (const { person } of file.signatures) expect(stdout).toContain(`  ${person.name} (`)
    expect(stdout).toContain('This file is good.')
  })

  it('[LG7] says where the log of the door stood', () => {
    const log = { seq: 12, head: 'ab'.repeat(32) }
    const text = canonicalText({ ...planOf(file), v: 2, log })
    const { good, lines } = verifyReport({ ...file, text, hash: planHash(text), signatures: [] }, 'en')
    expect(good).toBe(true)
    expect(lines).toContain(`The log of the door then had 12 lines. Its code is ${spokenCode(log.head)}.`)
    expect(verifyReport(file, 'en').lines.join()).not.toContain('log of the door')
  })

  it('[CP3] also in Dutch', () => {
    const { status, stdout } = verify(JSON.stringify(file), '--nl')
    expect(status).toBe(0)
    expect(stdout).toContain('Dit bestand klopt.')
    expect(stdout).toContain('oom Herman (getypt, op de telefoon van iemand anders): klopt')
  })

  it('[CP4] one changed letter: exit code 1, and it says what is wrong', () => {
    const { status, stdout } = verify(JSON.stringify({ ...file, text: file.text.replace('vader', 'vadeR') }))
    expect(status).toBe(1)
    expect(stdout).toContain('The words were changed')
    expect(stdout).toContain('This file is not good.')
    expect(stdout).not.toContain('This file is good.')
  })

  it('[CP4] a signature under another name is named', () => {
    const [first, second, ...rest] = file.signatures
    const moved = { ...first!, person: second!.person }
    const { good, lines } = verifyReport({ ...file, signatures: [moved, second, ...rest] }, 'en')
    expect(good).toBe(false)
    expect(lines.filter((line) => line.includes('NOT over these words'))).toEqual([
      '  vader (with a picture, on the board): NOT over these words',
    ])
  })

  it('[CP3] what is no plan file, no JSON or not there gets a sentence and exit code 1', () => {
    expect(verify('{"format":"else"}')).toEqual({
      status: 1,
      stdout: 'This is not a plan file of Kringplan.\n',
      stderr: '',
    })
    expect(verify('%PDF-1.7')).toMatchObject({ status: 1, stderr: expect.stringContaining('it is no JSON') })
    rmSync(join(folder, 'plan.json'))
    expect(verify(null)).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot be read') })
    expect(verify(null, '--what')).toMatchObject({ status: 1, stderr: expect.stringContaining('Say which') })
  })

  it('[CP3] nothing in a file plays with the terminal', () => {
    const { lines } = verifyReport({ ...file, circle: '\u001B[2Jgood\u202Edoog' }, 'en')
    expect(lines[0]).toContain('"?[2Jgood?doog"')
  })
})
