import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The first part of every address that is a page. What lies behind it the page itself finds out. */
const pagePrefixes = new Set(['', 'k', 'code', 'plek', 'i', 'c', 'bord', 'd', 'controle'])

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

interface StoredFile {
  readonly plain: Buffer<ArrayBuffer>
  readonly gzip: Buffer<ArrayBuffer> | undefined
  readonly type: string
  readonly caching: string
}

/** Serves the built screens. */
export interface StaticFiles {
  /** The answer to a GET of this path; a path that is no page gets the screens too, with status 404. */
  answer(path: string, acceptsGzip: boolean): Response
}

/**
 * All files below `webDir` in memory: a request can name nothing that was not there. They are read again when the
 * screens have been built anew.
 */
export function createStaticFiles(webDir: string): StaticFiles {
  const index = join(webDir, 'index.html')
  let files = new Map<string, StoredFile>()
  let builtAt = 0

  const refresh = (): void => {
    const at = existsSync(index) ? statSync(index).mtimeMs : 0
    if (at === builtAt) return
    builtAt = at
    files = at === 0 ? new Map() : readAll(webDir)
  }

  return {
    answer(path, acceptsGzip) {
      refresh()
      const file = files.get(path)
      if (file !== undefined) return respond(file, 200, acceptsGzip)
      const page = files.get('/index.html')
      if (page === undefined) {
        const sentence =
          'The screens of Kringplan have not been built yet. Run "npm run build", then load this page again.\n'
        return new Response(sentence, {
          status: 503,
          headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Cache-Control': 'no-store' },
        })
      }
      const isPage = pagePrefixes.has(path.split('/')[1] ?? '')
      return respond(page, isPage ? 200 : 404, acceptsGzip)
    },
  }
}

function readAll(webDir: string): Map<string, StoredFile> {
  const files = new Map<string, StoredFile>()
  for (const entry of readdirSync(webDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(webDir, file).split(sep).join('/')}`
    // The build's own list of files is for our budgets, not for visitors.
    if (path.startsWith('/.')) continue
    const extension = extname(file)
    const plain = readFileSync(file)
    files.set(path, {
      plain,
      gzip: compressible.has(extension) ? gzipSync(plain) : undefined,
      type: types[extension] ?? 'application/octet-stream',
      caching: cachingOf(path),
    })
  }
  return files
}

/** A page is kept nowhere, so that going back to it never brings a screen of before the door was closed. */
function cachingOf(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return path.endsWith('.html') ? 'no-store' : 'no-cache'
}

function respond(file: StoredFile, status: number, acceptsGzip: boolean): Response {
  const zipped = acceptsGzip ? file.gzip : undefined
  return new Response(zipped ?? file.plain, {
    status,
    headers: {
      'Content-Type': file.type,
      'Cache-Control': file.caching,
      ...(file.gzip === undefined ? {} : { Vary: 'Accept-Encoding' }),
      ...(zipped === undefined ? {} : { 'Content-Encoding': 'gzip' }),
    },
  })
}
