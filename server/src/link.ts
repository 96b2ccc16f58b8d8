import { personName } from '@kringplan/shared/contract/fields'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { anotherLink } from './firstLink.ts'
import { createOrigins } from './http/origins.ts'
import { sentenceOf } from './run.ts'
import { systemRandom } from './secrets.ts'
import { openDatabase } from './store/database.ts'

/* `npm run link`, or `npm run link -- "Fatma"`: another sign-in link, also while the server runs. */
try {
  const config = readConfig()
  if (!existsSync(join(config.dataDir, 'kringplan.db'))) {
    throw new ConfigError(
      'KRINGPLAN_DATA has no Kringplan in it yet: start the server once with "npm start".',
    )
  }
  const name = personName.optional().safeParse(process.argv[2])
  if (!name.success) throw new ConfigError('The name must have 1 to 40 characters, on one line.')
  const db = await openDatabase(config.dataDir)
  const origins = createOrigins(config, config.port)
  const link = await anotherLink({ db, config, origins, clock: systemClock, random: systemRandom }, name.data)
  await db.destroy()
  console.log('This link signs in a coordinator. It works once, for 24 hours:')
  console.log(link)
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
