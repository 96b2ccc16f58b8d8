import type { Build, StoredFile } from '../screens/build.ts'
import type { Builds } from '../screens/builds.ts'
import { fingerprintCode } from '../screens/fingerprint.ts'

/** The first part of every address that is a page. What lies behind it the page itself finds out. */
const pagePrefixes = new Set(['', 'k', 'code', 'plek', 'i', 'c', 'bord', 'd', 'controle', 'weg'])

/** Serves the built screens. */
export interface StaticFiles {
  /** The answer to a GET of this path; a path that is no page gets the screens too, with status 404. */
  answer(path: string, acceptsGzip: boolean): Promise<Response>
}

/**
 * Files by their names, whichever build they are of: names of assets hold a hash of what is in them. A page is that of the build of
 * now, or of the build that `pinned` says.
 * @param pinned the fingerprint of the build in which the page of this path goes on, if it is not the one of now
 */
export function createStaticFiles(
  builds: Builds,
  pinned: (path: string) => Promise<string | null>,
): StaticFiles {
  const pageOf = async (path: string, now: Build): Promise<StoredFile> => {
    // Hardly ever is there another: then nobody is asked.
    if (builds.all().length < 2) return now.page
    const fingerprint = await pinned(path)
    return (fingerprint === null ? undefined : builds.find(fingerprint)?.page) ?? now.page
  }
  return {
    async answer(path, acceptsGzip) {
      const now = builds.now()
      if (now === undefined) return notBuilt()
      if (path === '/fingerprint.json') return fingerprints(builds)
      const own = path === '/index.html' ? undefined : now.files.get(path)
      if (own !== undefined) return respond(own, 200, acceptsGzip)
      const earlier = path.startsWith('/assets/') ? findAsset(builds, path) : undefined
      if (earlier !== undefined) return respond(earlier, 200, acceptsGzip)
      const isPage = path === '/index.html' || pagePrefixes.has(path.split('/')[1] ?? '')
      return respond(await pageOf(path, now), isPage ? 200 : 404, acceptsGzip)
    },
  }
}

function findAsset(builds: Builds, path: string): StoredFile | undefined {
  for (const { files } of builds.all()) {
    const file = files.get(path)
    if (file !== undefined) return file
  }
  return undefined
}

/** By what the builds are known, over the bytes that are served. A page finds its own by its first script [WB4]. */
function fingerprints(builds: Builds): Response {
  const said = builds.all().map(({ fingerprint, entry }) => {
    return { fingerprint, code: fingerprintCode(fingerprint), entry }
  })
  return Response.json({ builds: said }, { headers: { 'Cache-Control': 'no-store' } })
}

function notBuilt(): Response {
  const sentence =
    'The screens of Kringplan have not been built yet. Run "npm run build", then load this page again.\n'
  return new Response(sentence, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Cache-Control': 'no-store' },
  })
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
