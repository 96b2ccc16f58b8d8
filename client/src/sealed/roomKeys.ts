import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import { openBlob, type OpenResult, type RoomSecret } from './seal.ts'

/**
 * The keys of one page in one room: the one of now, and those before it. All parts of the page look here each time, so
 * that a next key counts for all of them at the same moment.
 */
export class RoomKeys {
  readonly #all: RoomSecret[]

  /** @param before keys that the room had before, as far as this device knows them, latest first */
  constructor(first: RoomSecret, before: readonly RoomSecret[] = []) {
    this.#all = [first, ...before]
  }

  get current(): RoomSecret {
    return this.#all[0] as RoomSecret
  }

  /** Takes the next key. An epoch that is not later changes nothing. */
  adopt(next: RoomSecret): void {
    if (next.epoch > this.current.epoch) this.#all.unshift(next)
  }

  /** Whether the next load of this device, that has the key of now alone, can open what is kept so. */
  isOfNow(bytes: Uint8Array): boolean {
    const blob = decodeBlob(bytes)
    return blob.ok && blob.value.header.epoch === this.current.epoch
  }

  /** Opens what this device kept for itself, also under a key from before. `name` is what that disk calls the room. */
  openKept(name: string, bytes: Uint8Array): OpenResult {
    let last: OpenResult = { end: 'tampered' }
    for (const secret of this.#all) {
      last = openBlob({ ...secret, room: name }, bytes)
      if (last.end !== 'wrongEpoch') return last
    }
    return last
  }
}
