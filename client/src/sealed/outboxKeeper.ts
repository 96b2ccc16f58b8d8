import { type Outbox, pageLeaseMs } from './outbox.ts'
import type { SealedEnv } from './sealedEnv.ts'
import type { SendQueue } from './sendQueue.ts'

/** What the keeper tells its owner. */
export type KeeperHost = {
  /** Puts what another page left into the document. */
  readonly adopt: (updates: readonly Uint8Array[]) => void
  readonly onChange: () => void
  readonly onNotKept: () => void
}

/** Looks after the shared outbox for one page. */
export type OutboxKeeper = {
  /** Whether nothing of this seat lies on this disk that another page has to send, or a key opens that may come. False until the disk was read. */
  isClear(): boolean
  /** Takes over what pages of this seat have left, and leaves to another page what it has taken over. Never rejects. */
  read(): Promise<void>
  /** As long as something is on the disk, shows that this page lives and looks whether others still do. */
  beat(): void
  stop(): void
}

/** Makes the keeper of one page. */
export function createOutboxKeeper(
  env: SealedEnv,
  outbox: Outbox,
  queue: SendQueue,
  host: KeeperHost,
): OutboxKeeper {
  let elsewhere: number | undefined
  let isStopped = false
  let cancel: (() => void) | undefined

  const release = () => void outbox.release().catch(() => {})
  const stopHiding = env.onHide(release)

  const beat = () => {
    if (isStopped || cancel !== undefined) return
    if (queue.size === 0 && elsewhere === 0 && queue.unopened.length === 0) return
    cancel = env.setTimer(() => {
      cancel = undefined
      void read()
    }, pageLeaseMs / 3)
  }
  const read = async () => {
    const kept = queue.kept
    try {
      const found = await outbox.takeOver()
      if (isStopped) return release()
      queue.disown(kept, found.mine)
      const updates = queue.adopt(found.taken)
      if (updates.length > 0) host.adopt(updates)
      elsewhere = found.others
    } catch {
      host.onNotKept()
      elsewhere ??= 0
    }
    if (isStopped) return
    beat()
    host.onChange()
  }
  return {
    isClear: () => elsewhere === 0 && !queue.lacksKey,
    read,
    beat,
    stop() {
      isStopped = true
      cancel?.()
      stopHiding()
      release()
    },
  }
}
