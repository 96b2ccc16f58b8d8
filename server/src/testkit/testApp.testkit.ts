import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../app.ts'
import type { Config } from '../config.ts'
import { makeSignInLink } from '../desk/signIn.ts'
import { createLog } from '../log.ts'
import { ManualClock } from './manualClock.testkit.ts'

/** A real server on a free port, with a clock that stands still and a log that can be searched. */
export interface TestApp {
  readonly app: App
  readonly config: Config
  readonly clock: ManualClock
  /** All bytes that were logged so far. */
  logged(): string
  signInToken(name?: string): Promise<string>
  /** The same data after a restart. */
  restart(): Promise<TestApp>
  stop(): Promise<void>
}

export async function startTestApp(
  changes: Partial<Config> = {},
  clock = new ManualClock(),
): Promise<TestApp> {
  const dataDir = changes.dataDir ?? mkdtempSync(join(tmpdir(), 'kringplan-test-'))
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    url: null,
    webDir: join(dataDir, 'web'),
    demo: false,
    trustProxy: false,
    coordinatorName: 'de coördinator',
    logLevel: 'debug',
    ...changes,
    dataDir,
  }
  const lines: string[] = []
  const log = createLog(config.logLevel, { write: (line: string) => void lines.push(line) })
  const app = await createApp(config, { clock, log })
  return {
    app,
    config,
    clock,
    logged: () => lines.join(''),
    signInToken: (name = 'Fatma') => makeSignInLink(app.services, { coordinatorId: null, name }),
    async restart() {
      await app.close()
      return startTestApp({ ...changes, dataDir }, clock)
    },
    async stop() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
