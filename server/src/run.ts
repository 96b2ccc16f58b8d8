import { createApp, type App } from './app.ts'
import { ConfigError, type Config } from './config.ts'

/**
 * Starts a server for a person at a terminal: a mistake in the settings is one sentence and not a stack, and
 * Ctrl-C closes it in order.
 * @param greet prints what this start has to say
 */
export async function run(config: () => Config, greet: (app: App) => Promise<void>): Promise<void> {
  try {
    const app = await createApp(config())
    const stop = () => {
      void app.close().then(() => process.exit(0))
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    await greet(app)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
  }
}

/** What went wrong at the start, for who reads a terminal. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use already. Stop the other program, or choose another port with PORT.'
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
    return 'This place may not be used: check PORT and KRINGPLAN_DATA.'
  }
  return error instanceof Error ? `Kringplan could not start: ${error.message}` : 'Kringplan could not start.'
}
