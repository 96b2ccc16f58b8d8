import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import type * as Y from 'yjs'
import { deriveDoorToken, hashDoorToken, roomKeyBytes } from './roomKey.ts'
import type { RoomKeys } from './roomKeys.ts'
import type { RoomSecret } from './seal.ts'
import type { Rekeyed, SealedProviderOptions, WrapKey } from './sealedDocument.ts'
import type { RandomBytes } from './secureRandom.ts'
import type { SealedEnv } from './sealedEnv.ts'
import type { SendQueue } from './sendQueue.ts'
import { isSame } from './sameBytes.ts'

/** Each try has to fall between two entries; after the first the relay stores nothing for a moment. */
const tries = 10
/** So long the relay's answer is waited for: a connection may be dead without a word. */
const answerMs = 15_000

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

type Run = {
  readonly next: RoomSecret
  readonly wrap: WrapKey
  wraps: Uint8Array
  readonly resolve: (how: Rekeyed) => void
  left: number
}

/**
 * Gives the room its next key, from this page. The key is adopted only when the relay says that it counts:
 * a page that has it earlier would seal what nobody else can read.
 */
export class Rekeying {
  readonly #parts: RekeyParts
  #run: Run | undefined
  #cancelWait = () => {}

  constructor(parts: RekeyParts) {
    this.#parts = parts
  }

  /** Makes a key, has it wrapped, and sends it. One at a time. */
  async start(wrap: WrapKey): Promise<Rekeyed> {
    if (this.#run !== undefined) return 'raced'
    const { keys, random } = this.#parts
    const { room, epoch } = keys.current
    const next = { room, epoch: epoch + 1, key: random(roomKeyBytes) }
    const wraps = await wrap(next)
    if (this.#run !== undefined || keys.current.epoch !== epoch) return 'raced'
    return new Promise((resolve) => {
      this.#run = { next, wrap, wraps, resolve, left: tries }
      this.#try()
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
      this.#finish(this.#secretOf(wraps) === undefined ? 'raced' : 'done')
    }
    return true
  }

  /** The relay had an entry that the snapshot did not hold. It may be that of a device that came in: it stays, too. */
  raced(): void {
    if (this.#run === undefined) return
    if (--this.#run.left > 0) void this.#again(this.#run)
    else this.#finish('raced')
  }

  /** The connection is gone. The relay may have taken it: then the wraps come with the next connection. */
  lost(): void {
    this.#finish('offline')
  }

  #secretOf(wraps: Uint8Array): RoomSecret | undefined {
    return this.#run !== undefined && isSame(this.#run.wraps, wraps) ? this.#run.next : undefined
  }

  async #again(run: Run): Promise<void> {
    const wraps = await run.wrap(run.next).catch(() => undefined)
    if (this.#run !== run) return
    if (wraps === undefined) return this.#finish('offline')
    run.wraps = wraps
    this.#try()
  }

  #try(): void {
    const run = this.#run
    if (run === undefined) return
    const blob = this.#parts.seal(run.next)
    const doorTokenHash = hashDoorToken(deriveDoorToken(run.next))
    const { epoch } = run.next
    const held = this.#parts.held()
    const isSent =
      blob !== undefined &&
      this.#parts.send({ type: 'rekey', epoch, ...held, doorTokenHash, wraps: run.wraps, blob })
    this.#cancelWait()
    this.#cancelWait = this.#parts.setTimer(() => this.#finish('offline'), answerMs)
    if (!isSent) this.#finish('offline')
  }

  #finish(how: Rekeyed): void {
    this.#cancelWait()
    this.#run?.resolve(how)
    this.#run = undefined
  }
}
