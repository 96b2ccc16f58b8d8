import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fingerprintOf, type ScreenFile } from './fingerprint.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=UTF-8',
  '.js': 'text/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=UTF-8',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt'])

/** A file as it is sent. */
export interface StoredFile {
  readonly plain: Buffer<ArrayBuffer>
  readonly gzip: Buffer<ArrayBuffer> | undefined
  readonly type: string
  readonly caching: string
}

/** One build of the screens, in memory: a request can name nothing that was not there. */
export interface Build {
  readonly fingerprint: string
  /** The address of the script that its page begins with: by it a page knows of which build it is. */
  readonly entry: string | null
  readonly page: StoredFile
  /** By address: `/assets/abc.js`. */
  readonly files: ReadonlyMap<string, StoredFile>
}

/** A build of these files, or undefined where they have no page. */
export function makeBuild(screens: readonly ScreenFile[]): Build | undefined {
  const files = new Map(screens.map(({ path, bytes }) => [`/${path}`, store(`/${path}`, bytes)]))
  const page = files.get('/index.html')
  if (page === undefined) return undefined
  const entry = /<script[^>]* src="(\/assets\/[^"]+)"/.exec(page.plain.toString('utf8'))?.[1] ?? null
  return { fingerprint: fingerprintOf(screens), entry, page, files }
}

function store(address: string, plain: Buffer<ArrayBuffer>): StoredFile {
  const extension = extname(address)
  return {
    plain,
    gzip: compressible.has(extension) ? gzipSync(plain) : undefined,
    type: types[extension] ?? 'application/octet-stream',
    caching: cachingOf(address),
  }
}

/** A page is kept nowhere, so that going back to it never brings a screen of before the door was closed. */
function cachingOf(address: string): string {
  if (address.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return address.endsWith('.html') ? 'no-store' : 'no-cache'
}
