import { deriveDoorToken, hashDoorToken, roomKeyBytes } from './roomKey.ts'
import type { RekeyParts } from './rekeying.ts'
import type { RoomSecret } from './seal.ts'
import type { Rekeyed, WrapKey } from './sealedDocument.ts'

/** Each try has to fall between two entries; after the first the relay stores nothing for a moment. */
const tries = 10
/** So long the relay's answer is waited for: a connection may be dead without a word. */
const answerMs = 15_000

/** One giving of a next key, from the first try until it ends. */
export class GivingKey {
  readonly #parts: RekeyParts
  readonly #wrap: WrapKey
  readonly #onEnd: (how: Rekeyed) => void
  readonly next: RoomSecret
  wraps: Uint8Array
  #left = tries
  #isOver = false
  #cancelWait = () => {}

  constructor(parts: RekeyParts, made: MadeKey, onEnd: (how: Rekeyed) => void) {
    this.#parts = parts
    this.#wrap = made.wrap
    this.next = made.next
    this.wraps = made.wraps
    this.#onEnd = onEnd
  }

  /** Seals the document as it is now, and sends it with the key. */
  try(): void {
    const { seal, held, send, setTimer } = this.#parts
    const blob = seal(this.next)
    const doorTokenHash = hashDoorToken(deriveDoorToken(this.next))
    const { epoch } = this.next
    const isSent =
      blob !== undefined && send({ type: 'rekey', epoch, ...held(), doorTokenHash, wraps: this.wraps, blob })
    this.#cancelWait()
    this.#cancelWait = setTimer(() => this.end('offline'), answerMs)
    if (!isSent) this.end('offline')
  }

  /** The relay had an entry that the snapshot did not hold. It may be that of a device that came in: it stays, too. */
  async again(): Promise<void> {
    if (--this.#left <= 0) return this.end('raced')
    const wraps = await this.#wrap(this.next).catch(() => undefined)
    if (this.#isOver) return
    if (wraps === undefined) return this.end('offline')
    this.wraps = wraps
    this.try()
  }

  end(how: Rekeyed): void {
    this.#cancelWait()
    this.#isOver = true
    this.#onEnd(how)
  }
}

/** A key with what it is wrapped in for who stays. */
export type MadeKey = { readonly next: RoomSecret; readonly wrap: WrapKey; readonly wraps: Uint8Array }

/** Makes the key after the one of now. */
export async function makeKey({ keys, random }: RekeyParts, wrap: WrapKey): Promise<MadeKey> {
  const { room, epoch } = keys.current
  const next = { room, epoch: epoch + 1, key: random(roomKeyBytes) }
  return { next, wrap, wraps: await wrap(next) }
}
