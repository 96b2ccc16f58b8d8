import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import { openBlob, type OpenResult, type RoomSecret } from './seal.ts'
import { deriveKey } from './secretBox.ts'

/**
 * What a device seals with what it keeps on its own disk. Derived: it opens nothing that the relay has ever had. So it can stand
 * in the document for who comes in later, and the words of an earlier epoch are not lost with that epoch's key [GO10].
 */
export function keptKey({ room, epoch, key }: RoomSecret): Uint8Array {
  return deriveKey(key, `kringplan/kept/v1|${room}|${epoch}`)
}

/**
 * The keys of one page in one room: the one of now, and those before it. All parts of the page look here each time, so
 * that a next key counts for all of them at the same moment.
 */
export class RoomKeys {
  readonly #all: RoomSecret[]
  /** Another room name: what lies on this disk can never be passed off as an entry of the log. */
  readonly #diskName: string
  readonly #kept = new Map<number, RoomSecret>()
  readonly #past: (epoch: number) => Uint8Array | undefined

  /**
   * @param before keys that the room had before, as far as this device knows them, latest first
   * @param past what the document says that `keptKey` was in an earlier epoch
   */
  constructor(
    first: RoomSecret,
    before: readonly RoomSecret[] = [],
    past: (epoch: number) => Uint8Array | undefined = () => undefined,
  ) {
    this.#all = [first, ...before]
    this.#diskName = `${first.room}|outbox`
    this.#past = past
  }

  get current(): RoomSecret {
    return this.#all[0] as RoomSecret
  }

  /** With this, what is kept on this disk is sealed now. */
  get disk(): RoomSecret {
    return this.#diskOf(this.current)
  }

  /** Takes the next key. An epoch that is not later changes nothing. */
  adopt(next: RoomSecret): void {
    if (next.epoch > this.current.epoch) this.#all.unshift(next)
  }

  /** Whether this is sealed with the key of now. */
  isOfNow(bytes: Uint8Array): boolean {
    return epochOf(bytes) === this.current.epoch
  }

  /** Opens what this device kept for itself, also in an earlier epoch. */
  openKept(bytes: Uint8Array): OpenResult {
    const epoch = epochOf(bytes)
    if (epoch === undefined) return { end: 'tampered' }
    const own = this.#all.find((secret) => secret.epoch === epoch)
    if (own !== undefined) return openBlob(this.#diskOf(own), bytes)
    const key = this.#past(epoch)
    if (key === undefined) return { end: 'wrongEpoch', epoch }
    return openBlob({ room: this.#diskName, epoch, key }, bytes)
  }

  #diskOf(secret: RoomSecret): RoomSecret {
    const { epoch } = secret
    const found = this.#kept.get(epoch) ?? { room: this.#diskName, epoch, key: keptKey(secret) }
    this.#kept.set(epoch, found)
    return found
  }
}

function epochOf(bytes: Uint8Array): number | undefined {
  const blob = decodeBlob(bytes)
  return blob.ok ? blob.value.header.epoch : undefined
}
