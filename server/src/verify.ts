import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyReport } from './verifyReport.ts'

/*
 * `npm run verify -- plan.json`: whether words, code and signatures of a plan file are good. Needs no server, no
 * network and no data of one. Exit code 0: good. 1: not good, or not readable.
 */
const MOST_BYTES = 10_000_000

/** Bad files and bad wishes get a sentence; what is not such a sentence is a fault of ours. */
class VerifyError extends Error {}

function readInput(): { readonly path: string; readonly isDutch: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { nl: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [path] = positionals
    // npm starts scripts in the folder of the project; a path is meant from where the person is.
    const from = process.env['npm_lifecycle_event'] === 'verify' ? process.env['INIT_CWD'] : undefined
    if (path !== undefined && positionals.length === 1) {
      return { path: resolve(from ?? process.cwd(), path), isDutch: values.nl === true }
    }
  } catch {
    // An option that does not exist: the same sentence.
  }
  throw new VerifyError('Say which file: npm run verify -- plan.json (with --nl in Dutch).')
}

function readValue(path: string): unknown {
  let text: string
  try {
    if (statSync(path).size > MOST_BYTES) throw new VerifyError(`${path} is too large to be a plan file.`)
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw error instanceof VerifyError ? error : new VerifyError(`${path} cannot be read.`)
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new VerifyError(`${path} is not a plan file: it is no JSON.`)
  }
}

try {
  const { path, isDutch } = readInput()
  const { good, lines } = verifyReport(readValue(path), isDutch ? 'nl' : 'en')
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = good ? 0 : 1
} catch (error) {
  if (!(error instanceof VerifyError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
