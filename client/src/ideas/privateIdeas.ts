import type { IdeaDisk, OpenIdeaDisk, PrivateIdea } from './ideaDisk.ts'

/** What a screen shows of the private ideas. The same object until something in it changes. */
export interface PrivateNow {
  /** In the order in which they were begun. */
  readonly ideas: readonly PrivateIdea[]
  /** Whether what the device kept has been read, or cannot be. */
  readonly loaded: boolean
  /** Whether all of it is on the disk: false while it is being written, and where nothing can be kept. */
  readonly kept: boolean
}

/** The private ideas of one seat, in this page and on its disk. Nothing of them is ever sent. */
export interface PrivateIdeas {
  readonly now: () => PrivateNow
  readonly subscribe: (fn: () => void) => () => void
  /** Writes an idea, or changes it. Without words there is no idea. */
  readonly write: (id: string, text: string) => void
  readonly drop: (id: string) => void
  /** Resolves when all that was asked before is done, well or not. */
  readonly settled: () => Promise<void>
}

/**
 * Makes them. What is written shows at once and is on the disk a moment later; without a disk it lives as long as
 * the page.
 */
export function createPrivateIdeas(open: OpenIdeaDisk, clock: () => number): PrivateIdeas {
  const listeners = new Set<() => void>()
  /** What was asked in this page, which counts for more than the disk: undefined for one that was dropped. */
  const here = new Map<string, PrivateIdea | undefined>()
  /** What the disk does not have, or not yet. */
  const notKept = new Set<string>()
  let read: readonly PrivateIdea[] = []
  let now: PrivateNow = { ideas: [], loaded: false, kept: true }

  const show = (loaded = now.loaded) => {
    const ideas = [...read.filter((idea) => !here.has(idea.id)), ...here.values()]
      .filter((idea) => idea !== undefined)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    now = { ideas, loaded, kept: notKept.size === 0 }
    for (const fn of listeners) fn()
  }
  const begin = async (): Promise<IdeaDisk | null> => {
    try {
      const disk = await open()
      read = await disk.read()
      return disk
    } catch {
      return null
    } finally {
      show(true)
    }
  }
  const disk = begin()
  // One after the other, in the order of asking: a dropped idea never comes back by a slower write.
  let last: Promise<unknown> = disk
  const ask = (id: string, idea: PrivateIdea | undefined) => {
    here.set(id, idea)
    notKept.add(id)
    show()
    const work = async () => {
      try {
        const opened = await disk
        if (opened === null) return
        await (idea === undefined ? opened.drop(id) : opened.keep(idea))
        if (here.get(id) !== idea) return
        notKept.delete(id)
        show()
      } catch {
        // It stays among what is not kept, and the screen does not say that it is.
      }
    }
    last = last.then(work)
  }
  const drop = (id: string) => {
    if (now.ideas.some((idea) => idea.id === id) || !now.loaded) ask(id, undefined)
  }
  return {
    now: () => now,
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    write(id, text) {
      const at = now.ideas.find((idea) => idea.id === id)?.at ?? clock()
      if (text.trim() === '') drop(id)
      else ask(id, { id, text, at })
    },
    drop,
    settled: async () => void (await last),
  }
}
