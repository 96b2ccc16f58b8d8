/**
 * What a page may have kept beside its own state from before the door closed: the session storage of this tab and
 * whatever a cache of the page holds. Called when the closed door comes on the screen; the state itself is gone
 * because every screen from before is taken out of the page [VW1].
 */
export async function clearBefore(
  store: {
    readonly session: Pick<Storage, 'clear'> | undefined
    readonly caches: CacheStorage | undefined
  } = {
    session: typeof sessionStorage === 'undefined' ? undefined : sessionStorage,
    caches: typeof caches === 'undefined' ? undefined : caches,
  },
): Promise<void> {
  try {
    store.session?.clear()
    const names = (await store.caches?.keys()) ?? []
    for (const name of names) await store.caches?.delete(name)
  } catch {
    // A browser that forbids storage has kept nothing in it.
  }
}
