import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { fingerprintCode, fingerprintOf, readScreens } from './screens/fingerprint.ts'

/*
 * `npm run fingerprint`: what the client that was just built from this source is known by. Whoever compares it with what a
 * Kringplan shows, or with its `/fingerprint.json`, needs to trust only the source [WB4].
 */
const { webDir } = readConfig()
if (existsSync(join(webDir, 'index.html'))) {
  const files = readScreens(webDir)
  const fingerprint = fingerprintOf(files)
  process.stdout.write(
    `${fingerprint}\n${fingerprintCode(fingerprint)}\n${files.length} files in ${webDir}\n`,
  )
} else {
  process.stderr.write('The screens have not been built yet: npm run fingerprint does both.\n')
  process.exitCode = 1
}
