import { beforeEach, describe, expect, it, vi } from 'vitest'

const origin = 'http://localhost'
const files = ['/index.html', '/assets/a.js', '/assets/a.css']

interface FetchEvent {
  readonly request: { url: string; method: string; mode: string }
  respondWith(answer: Promise<Response>): void
}

type Listener = (event: { waitUntil(work: Promise<unknown>): void } & FetchEvent) => void

/** The caches of a browser, by name and then by path. */
const stored = new Map<string, Map<string, string>>()
let network: (path: string) => Promise<Response>
let asked: string[]
let listeners: Map<string, Listener>

function fakeCaches() {
  const read = (name: string, path: string) => {
    const body = stored.get(name)?.get(path)
    return body === undefined ? undefined : new Response(body)
  }
  return {
    open: async (name: string) => {
      if (!stored.has(name)) stored.set(name, new Map())
      return {
        match: async (path: string) => read(name, path),
        addAll: async (requests: { path: string }[]) => {
          for (const { path } of requests) stored.get(name)?.set(path, await (await fetchPath(path)).text())
        },
      }
    },
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (path: string) =>
      [...stored.keys()].map((name) => read(name, path)).find((found) => found !== undefined),
  }
}

async function fetchPath(path: string): Promise<Response> {
  asked.push(path)
  return network(path)
}

/** Loads the worker as a browser does: its listeners are set when the script has run. */
async function start(version = 'v2'): Promise<void> {
  vi.resetModules()
  listeners = new Map()
  vi.stubGlobal('SHELL', { version, files })
  vi.stubGlobal('caches', fakeCaches())
  vi.stubGlobal(
    'Request',
    class {
      readonly path: string
      constructor(path: string) {
        this.path = path
      }
    },
  )
  vi.stubGlobal('fetch', async (request: { url: string }) => fetchPath(new URL(request.url).pathname))
  vi.stubGlobal('self', {
    location: { origin },
    clients: { claim: async () => undefined },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  })
  await import('./shellWorker.ts')
}

async function happen(type: 'install' | 'activate'): Promise<void> {
  const work: Promise<unknown>[] = []
  listeners.get(type)?.({
    waitUntil: (one: Promise<unknown>) => void work.push(one),
  } as Parameters<Listener>[0])
  await Promise.all(work)
}

/** What the worker answers; undefined when it leaves the request to the browser. */
async function request(path: string, { mode = 'navigate', method = 'GET', from = origin } = {}) {
  let answer: Promise<Response> | undefined
  listeners.get('fetch')?.({
    request: { url: `${from}${path}`, method, mode },
    respondWith: (given: Promise<Response>) => {
      answer = given
    },
  } as Parameters<Listener>[0])
  return answer === undefined ? undefined : (await answer).text()
}

beforeEach(async () => {
  stored.clear()
  asked = []
  network = async (path) => new Response(`net ${path}`)
  await start()
})

const everythingKept = () =>
  [...stored].flatMap(([name, kept]) => [...kept.keys()].map((path) => [name, path]))

describe('the service worker', () => {
  it('[CP6] keeps the listed files when it is installed, and nothing more whatever is asked of it', async () => {
    await happen('install')
    await happen('activate')
    const kept = everythingKept()
    expect(kept).toEqual(files.map((file) => ['kringplan-shell-v2', file]))
    for (const path of ['/plek/s1', '/plek/s1/kopie', '/assets/other.js', '/api/seats/s1/copy']) {
      await request(path)
      await request(path, { mode: 'cors' })
    }
    expect(everythingKept()).toEqual(kept)
  })

  it('[CP6] leaves alone what is under /api, written, of another origin or not in the list', async () => {
    await happen('install')
    expect(await request('/api/seats/s1/copy', { mode: 'cors' })).toBeUndefined()
    expect(await request('/api/seats/s1/plan.pdf')).toBeUndefined()
    expect(await request('/assets/a.js', { mode: 'cors', method: 'POST' })).toBeUndefined()
    expect(await request('/assets/a.js', { mode: 'cors', from: 'https://example.org' })).toBeUndefined()
    expect(await request('/assets/other.js', { mode: 'cors' })).toBeUndefined()
    expect(await request('/assets/a.js', { mode: 'cors' })).toBe('net /assets/a.js')
  })

  it('[CP6] a page comes from the network first, from what is kept without it, and when the server is ill', async () => {
    await happen('install')
    expect(await request('/plek/s1/kopie')).toBe('net /plek/s1/kopie')
    network = async () => Promise.reject(new TypeError('no network'))
    expect(await request('/plek/s1/kopie')).toBe('net /index.html')
    network = async () => new Response('ill', { status: 502 })
    expect(await request('/plek/s1/kopie')).toBe('net /index.html')
    network = async () => new Response('gone', { status: 404 })
    expect(await request('/plek/s1/kopie')).toBe('gone')
  })

  it('[CP6] a network that never answers is not waited for without end', async () => {
    await happen('install')
    vi.useFakeTimers()
    network = () => new Promise(() => undefined)
    const page = request('/plek/s1/kopie')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await page).toBe('net /index.html')
    vi.useRealTimers()
  })

  it('[CP6] without network and with nothing kept the browser tells its own story', async () => {
    network = async () => Promise.reject(new TypeError('no network'))
    await expect(request('/plek/s1')).rejects.toThrow('no network')
  })

  it('[CP6] a new build replaces what an old one kept, and fetches only what it has not', async () => {
    stored.set('kringplan-shell-v1', new Map([['/index.html', 'old']]))
    stored.set('somebody-else', new Map([['/x', 'y']]))
    await happen('install')
    await happen('activate')
    expect([...stored.keys()].toSorted()).toEqual(['kringplan-shell-v2', 'somebody-else'])
    asked = []
    await happen('install')
    expect(asked).toEqual([])
  })
})
