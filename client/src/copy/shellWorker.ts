/*
 * The service worker of a member's seat: it lets the page of the copy open without network. It keeps the shell of
 * the app and the files named in `SHELL`, which hold no content, and never anything else: nothing is stored after
 * installing, and whatever is not in that list goes to the network as if this worker were not there [CP6].
 * Self-contained on purpose: vite.config.ts puts it at /shell.js with `SHELL` in front of it.
 */

/** What the build says: a name for this set of files, and their addresses; the first is the shell. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] }

interface Extendable {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** What a worker sees of itself. */
export interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}

const worker = self as unknown as WorkerScope
const PREFIX = 'kringplan-shell-'
const CACHE = PREFIX + SHELL.version
const [PAGE = '/index.html'] = SHELL.files

/** Longer than a page takes on bad wifi; after that the kept shell is better than a white screen. */
const PATIENCE_MS = 6_000

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (SHELL.files.includes(pathname)) event.respondWith(openFile(request, pathname))
})

/** All or none: a set that is not whole is no set. What an earlier seat of this build kept is not fetched again. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE)
  const missing: string[] = []
  for (const file of SHELL.files)
    if ((await cache.match(file, { ignoreVary: true })) === undefined) missing.push(file)
  // What the browser has of the files it need not fetch twice: their names change with them. The shell's does not.
  const freshly = (file: string) => (file === PAGE ? 'reload' : 'default')
  await cache.addAll(missing.map((file) => new Request(file, { cache: freshly(file) })))
}

async function dropOldCaches(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** From the network first, so that a new version of the app is seen. The kept shell where there is none. */
async function openPage(request: Request): Promise<Response> {
  const network = fetch(request)
  const inTime = await Promise.race([network.catch(() => undefined), pause()])
  if (inTime !== undefined && inTime.status < 500) return inTime
  return (await kept(PAGE)) ?? network
}

/** These files carry a hash in their name: what is kept is what would come. */
async function openFile(request: Request, pathname: string): Promise<Response> {
  return (await kept(pathname)) ?? fetch(request)
}

/** Compressed or not, it is the same file. */
function kept(pathname: string): Promise<Response | undefined> {
  return caches.match(pathname, { ignoreVary: true })
}

function pause(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE_MS)
  })
}
