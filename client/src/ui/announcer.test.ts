import { describe, expect, it } from 'vitest'
import { createAnnouncer } from './announcer.ts'

/** A clock that runs only when told to. */
const handClock = () => {
  let time = 0
  const due: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    later: (run: () => void, ms: number) => void due.push({ at: time + ms, run }),
    pass: (ms: number) => {
      const end = time + ms
      for (;;) {
        const index = due.findIndex((task) => task.at <= end)
        const task = index < 0 ? undefined : due.splice(index, 1)[0]
        if (task === undefined) break
        time = Math.max(time, task.at)
        task.run()
      }
      time = end
    },
  }
}

describe('announcer', () => {
  it('[UI5] says one sentence per five seconds, the newest three at most', () => {
    const clock = handClock()
    const announcer = createAnnouncer(clock)
    const heard: string[] = []
    announcer.subscribe(() => heard.push(announcer.current()))

    announcer.announce('een')
    clock.pass(0)
    expect(heard).toEqual(['een'])
    for (const sentence of ['twee', 'drie', 'vier', 'vijf']) announcer.announce(sentence)
    clock.pass(4999)
    expect(heard).toEqual(['een'])
    clock.pass(1)
    expect(heard).toEqual(['een', 'drie'])
    clock.pass(20_000)
    expect(heard).toEqual(['een', 'drie', 'vier', 'vijf'])
  })
})
