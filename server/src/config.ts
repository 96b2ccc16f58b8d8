import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { personName } from '@kringplan/shared/contract/fields'
import { z } from 'zod'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Everything the server can be told. Plain data: tests write it out, `readConfig` reads it from the environment. */
export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly dataDir: string
  /** Where people reach this server: scheme, host and port. Null: `http://localhost:<port>`. */
  readonly url: string | null
  /** The built screens. */
  readonly webDir: string
  /** The meeting is now, and seats of all roles may live in one browser. */
  readonly demo: boolean
  /** Whether the last `X-Forwarded-For` entry is the caller's address: only behind a proxy of your own. */
  readonly trustProxy: boolean
  /** What the first coordinator is called on screen. */
  readonly coordinatorName: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A mistake in the environment, in one sentence that names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n <= 65535)
const publicUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    ['', '/'].includes(url.pathname) &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  )
})

const variables = {
  PORT: [port, 'must be a whole number from 0 to 65535, such as 4321'],
  HOST: [
    z
      .string()
      .min(1)
      .regex(/^[^\s/]+$/),
    'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ],
  KRINGPLAN_DATA: [z.string().min(1), 'must be the path of the directory that keeps the data'],
  KRINGPLAN_URL: [
    publicUrl,
    'must be the address people type, without a path, such as https://kringplan.example',
  ],
  KRINGPLAN_TRUST_PROXY: [z.enum(['0', '1']), 'must be 1 behind a proxy of your own, or 0'],
  KRINGPLAN_COORDINATOR: [personName, 'must be a name of 1 to 40 characters'],
  KRINGPLAN_API_PORT: [port, 'must be a whole number from 0 to 65535, such as 4322'],
  KRINGPLAN_LOG: [
    z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    'must be debug, info, warn, error or silent',
  ],
} as const

type Variable = keyof typeof variables
type Environment = Readonly<Record<string, string | undefined>>

function read<V extends Variable>(env: Environment, name: V): z.output<(typeof variables)[V][0]> | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const [schema, sentence] = variables[name]
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw new ConfigError(`${name} ${sentence}.`)
  return parsed.data as z.output<(typeof variables)[V][0]>
}

/**
 * Reads the environment; every variable may be left out.
 * @throws ConfigError with one sentence that names the variable
 */
export function readConfig(env: Environment = process.env, changes: Partial<Config> = {}): Config {
  const url = read(env, 'KRINGPLAN_URL')
  return {
    host: read(env, 'HOST') ?? '127.0.0.1',
    port: read(env, 'PORT') ?? 4321,
    dataDir: resolve(root, read(env, 'KRINGPLAN_DATA') ?? '.data/kringplan'),
    url: url === undefined ? null : new URL(url).origin,
    webDir: join(root, 'client/dist/web'),
    demo: false,
    trustProxy: read(env, 'KRINGPLAN_TRUST_PROXY') === '1',
    coordinatorName: read(env, 'KRINGPLAN_COORDINATOR') ?? 'de coördinator',
    logLevel: read(env, 'KRINGPLAN_LOG') ?? 'info',
    ...changes,
  }
}

/** What is allowed, but is hardly ever meant: one sentence each for who starts the server. */
export function doubts(config: Config): readonly string[] {
  const found: string[] = []
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(config.host)
  if (!isLocal && config.url === null) {
    found.push(
      'HOST lets other devices in, but what they send is refused until KRINGPLAN_URL is the address that people type.',
    )
  }
  if (config.url?.startsWith('https:') === true && !config.trustProxy) {
    found.push(
      'KRINGPLAN_URL is https, so people come through a proxy: set KRINGPLAN_TRUST_PROXY to 1, or they are all counted as one.',
    )
  }
  return found
}

/** The port of the API under `npm run dev`, where Vite serves the screens. */
export const readApiPort = (env: Environment = process.env): number => read(env, 'KRINGPLAN_API_PORT') ?? 4322
