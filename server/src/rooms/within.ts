import type { RoomsClock } from './roomsDeps.ts'

/** What `work` gives, or undefined when that takes longer than `ms`. Then `work` goes on, and nobody waits for it. */
export function within<T>(
  clock: Pick<RoomsClock, 'every'>,
  ms: number,
  work: Promise<T>,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = clock.every(ms, () => {
      stop()
      resolve(undefined)
    })
    void work.then(resolve, reject).finally(stop)
  })
}
