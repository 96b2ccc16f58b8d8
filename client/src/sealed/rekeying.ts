import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import type * as Y from 'yjs'
import type { GivingKey } from './givingKey.ts'
import type { RoomKeys } from './roomKeys.ts'
import type { RoomSecret } from './seal.ts'
import type { Rekeyed, SealedProviderOptions, WrapKey } from './sealedDocument.ts'
import type { RandomBytes } from './secureRandom.ts'
import type { SealedEnv } from './sealedEnv.ts'
import type { SendQueue } from './sendQueue.ts'
import { isSame } from './sameBytes.ts'

export type RekeyParts = Pick<SealedProviderOptions, 'openWrap' | 'onKey'> & {
  readonly keys: RoomKeys
  readonly queue: SendQueue
  readonly random: RandomBytes
  readonly setTimer: SealedEnv['setTimer']
  /** The document sealed under this key, or undefined when it cannot be now. */
  readonly seal: (secret: RoomSecret) => Uint8Array | undefined
  /** The snapshot and the last entry of the log that are in the document. */
  readonly held: () => { readonly baseSeq: number; readonly coversSeq: number }
  readonly send: (frame: ClientFrame) => boolean
  readonly onForged: () => void
}

/**
 * Gives the room its next key, from this page. The key is adopted only when the relay says that it counts:
 * a page that has it earlier would seal what nobody else can read.
 */
export class Rekeying {
  readonly #parts: RekeyParts
  #giving: GivingKey | undefined

  constructor(parts: RekeyParts) {
    this.#parts = parts
  }

  /** Makes a key, has it wrapped, and sends it. One at a time. Rejects when what that takes cannot be loaded now. */
  async start(wrap: WrapKey): Promise<Rekeyed> {
    if (this.#giving !== undefined) return 'raced'
    const { keys } = this.#parts
    const { epoch } = keys.current
    // Done seldom, and nothing a phone should load before.
    const { GivingKey, makeKey } = await import('./givingKey.ts')
    const made = await makeKey(this.#parts, wrap)
    if (this.#giving !== undefined || keys.current.epoch !== epoch) return 'raced'
    return new Promise((resolve) => {
      this.#giving = new GivingKey(this.#parts, made, (how) => {
        this.#giving = undefined
        resolve(how)
      })
      this.#giving.try()
    })
  }

  /**
   * The room has this epoch's key now: this page's, or another device's. False when it is not for this device. The same
   * step may come twice, over two connections. Rejects when that cannot be found out now.
   */
  async adopt(epoch: number, wraps: Uint8Array, doc: Y.Doc): Promise<boolean> {
    const { keys, queue, openWrap, onKey, onForged } = this.#parts
    const before = keys.current
    if (epoch <= before.epoch) return true
    // The relay gives one step after the other.
    const isStep = epoch === before.epoch + 1
    const next = isStep ? (this.#secretOf(wraps) ?? (await openWrap?.(before, wraps, doc))) : 'forged'
    if (next === undefined) return false
    if (next === 'forged') {
      onForged()
      throw new Error(next)
    }
    if (keys.current === before) {
      keys.adopt(next)
      queue.reseal()
      onKey?.(next, before)
      this.#giving?.end(this.#secretOf(wraps) === undefined ? 'raced' : 'done')
    }
    return true
  }

  /** The relay had an entry that the snapshot did not hold. */
  raced(): void {
    void this.#giving?.again()
  }

  /** The connection is gone. The relay may have taken it: then the wraps come with the next connection. */
  lost(): void {
    this.#giving?.end('offline')
  }

  #secretOf(wraps: Uint8Array): RoomSecret | undefined {
    const giving = this.#giving
    return giving !== undefined && isSame(giving.wraps, wraps) ? giving.next : undefined
  }
}
