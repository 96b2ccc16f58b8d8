import { describe, expect, it } from 'vitest'
import { forgetShell, registerShell, type ShellWorkers } from './shell.ts'

/** Registrations by scope, as a browser keeps them. */
function browserWorkers(fails = false) {
  const scopes = new Set<string>()
  const asked: { url: string; scope: string }[] = []
  const workers = {
    register: async (url: string, { scope }: { scope: string }) => {
      if (fails) throw new Error('no')
      asked.push({ url, scope })
      scopes.add(`http://localhost${scope}`)
    },
    getRegistrations: async () =>
      [...scopes].map((scope) => ({ scope, unregister: async () => scopes.delete(scope) })),
  }
  return { workers: workers as unknown as ShellWorkers, scopes, asked }
}

const cachesWith = (kept: Set<string>) =>
  ({ keys: async () => [...kept], delete: async (name: string) => kept.delete(name) }) as CacheStorage

describe('the shell of a seat', () => {
  it('[CP7] the worker is there for the pages of this member only', async () => {
    const { workers, asked } = browserWorkers()
    expect(await registerShell('s1', workers)).toBe(true)
    expect(asked).toEqual([{ url: '/shell.js', scope: '/plek/s1' }])
  })

  it('[CP7] without workers, or where the browser refuses, it says so and throws nothing', async () => {
    expect(await registerShell('s1', undefined)).toBe(false)
    expect(await registerShell('s1', browserWorkers(true).workers)).toBe(false)
  })

  it('[CP7] it goes with the seat; what was kept goes with the last one', async () => {
    const { workers, scopes } = browserWorkers()
    const kept = new Set(['kringplan-shell-1'])
    for (const seat of ['s1', 's2']) await registerShell(seat, workers)
    await forgetShell(['s2'], workers, cachesWith(kept))
    expect([...scopes]).toEqual(['http://localhost/plek/s2'])
    expect(kept.size).toBe(1)
    await forgetShell([], workers, cachesWith(kept))
    expect([...scopes]).toEqual([])
    expect(kept.size).toBe(0)
  })
})
