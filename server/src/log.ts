import { pino, type DestinationStream } from 'pino'

/** What the server may log with: a fixed message and facts that are neither personal nor secret. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** A log that writes JSON lines to standard output, or to `destination`. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** Enough of an id to follow it through a log, too little to use it. */
export const shortId = (id: string): string => id.slice(0, 4)

/**
 * An error as facts for the log: its name, code and where it happened. Never its message, which may hold what
 * a person typed.
 */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/\S*\/(?=[^/]+\/[^/]+:\d)/u, '('))
  return { error: error.name, code, at }
}
