import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorFacts } from '../log.ts'
import type { RoomsLog } from './roomsDeps.ts'

/** So much is written: a page or two more would tell nothing. */
const probeBytes = 64 * 1024
/** Every five minutes, with a tick of fifteen seconds. */
const everyTicks = 20

/**
 * Tries on a clock of its own whether the data folder can be written, and says so in the log when it cannot. What the
 * disk refuses a sealed room has no line: when and how often there was one would tell of the inside [NI1].
 */
export function createDiskProbe(dataDir: string, log: RoomsLog): { readonly tick: () => Promise<void> } {
  const path = join(dataDir, 'probe')
  let ticks = 0
  const probe = async (): Promise<void> => {
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(new Uint8Array(probeBytes))
      await file.sync()
    } finally {
      await file.close()
      await rm(path, { force: true })
    }
  }
  return {
    tick: async () => {
      if (ticks++ % everyTicks !== 0) return
      try {
        await probe()
      } catch (error) {
        log.error(errorFacts(error), 'The data folder cannot be written. Is the disk full?')
      }
    },
  }
}
