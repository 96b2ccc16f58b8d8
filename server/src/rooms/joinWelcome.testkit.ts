import type { LogEntry } from '@kringplan/shared/sealed/relayFrames'
import type { RawSocket } from './rawSocket.testkit.ts'
import { allHeard } from './sealedClient.testkit.ts'

/** The parts of a welcome put together. */
export function joinWelcome(socket: RawSocket): {
  head: number
  snapSeq: number
  snapshot: Uint8Array
  entries: readonly LogEntry[]
} {
  const parts = allHeard(socket, 'welcome')
  const last = parts.at(-1)
  if (last === undefined) throw new Error('no welcome')
  return {
    head: last.head,
    snapSeq: last.snapSeq,
    snapshot: Buffer.concat(parts.map(({ snapshotPart }) => snapshotPart ?? new Uint8Array())),
    entries: parts.flatMap(({ entries }) => entries),
  }
}
