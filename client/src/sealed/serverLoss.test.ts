import { expect, test } from 'vitest'
import { makeRig, read, write } from './sealedRig.testkit.ts'

test('[I14] the server loses everything while thirteen devices write: all of it comes back from the devices', async () => {
  const { world, relay, join } = makeRig(14)
  const devices = Array.from({ length: 13 }, () => join())
  await world.run(3000)
  for (const [at, device] of devices.entries()) write(device, `<voor ${at}>`)
  // More than fits one entry, so that it has to travel as a snapshot.
  devices[0]?.doc.getMap('agreements').set('lang', 'x'.repeat(70_000))
  await world.run(10_000)
  relay.isUp = false
  relay.restart(1006)
  for (const [at, device] of devices.entries()) write(device, `<tijdens ${at}>`)
  await world.run(5000)
  relay.stored = { head: 0, snapSeq: 0, snapshot: null, entries: [] }
  relay.isUp = true
  await world.run(120_000)
  const late = join()
  await world.run(10_000)
  const words = devices.flatMap((_, at) => [`<voor ${at}>`, `<tijdens ${at}>`])
  for (const device of [...devices, late]) {
    expect(words.filter((word) => !read(device).includes(word))).toEqual([])
    expect(read(device)).toBe(read(late))
    expect(device.doc.getMap('agreements').get('lang')).toBe('x'.repeat(70_000))
    expect(device.getStatus().arrived).toBe(true)
  }
})
