import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

const TRIES = 4
const WAIT_MS = 1_500

/**
 * A part of the client that is loaded when it is needed. On bad wifi the first try may fail: it is tried again a few
 * times, and at once when the network comes back, before the screen gives up with a sentence and a button.
 */
export function lazyPart<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    for (let left = TRIES - 1; left > 0; left -= 1) {
      try {
        return { default: await load() }
      } catch {
        await nextChance()
      }
    }
    return { default: await load() }
  })
}

/** Resolves after a moment, or when the network is back; without network only then. */
function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done)
      resolve()
    }
    addEventListener('online', done)
    if (navigator.onLine) setTimeout(done, WAIT_MS)
  })
}
