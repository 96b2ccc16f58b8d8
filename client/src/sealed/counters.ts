import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromHexString, toHexString } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import { devBytes } from '@kringplan/shared/sealed/envelope'

/** More holes than this are not kept one by one: something is very wrong, and memory must stay bounded. */
const maxHoles = 64
/** More devices than this in one room's counters are no meeting. */
const maxDevices = 4096

type Seen = { last: number; readonly holes: Set<number> }

/** What a counter told: the next one expected, a later one with others missing before it, one that was missing, or one seen before. */
export type Seeing = 'next' | 'skipped' | 'filled' | 'repeated'

/**
 * Which entries of which device have been seen. Every device numbers its entries from 1 without holes, inside the
 * encryption, so an entry that the server keeps back shows as soon as a later one of that device arrives.
 */
export class DeviceCounters {
  readonly #seen = new Map<string, Seen>()

  /** Notes an entry and says how it fits. */
  see(dev: Uint8Array, ctr: number): Seeing {
    const name = toHexString(dev)
    let seen = this.#seen.get(name)
    if (seen === undefined) {
      seen = { last: 0, holes: new Set() }
      this.#seen.set(name, seen)
    }
    if (ctr <= seen.last) return seen.holes.delete(ctr) ? 'filled' : 'repeated'
    const next = seen.last + 1
    for (let hole = Math.max(next, ctr - maxHoles); hole < ctr; hole++) {
      if (seen.holes.size < maxHoles) seen.holes.add(hole)
    }
    seen.last = ctr
    return ctr === next ? 'next' : 'skipped'
  }

  /** Whether this entry has been seen, or is covered by a snapshot that has been applied. */
  has(dev: Uint8Array, ctr: number): boolean {
    const seen = this.#seen.get(toHexString(dev))
    return seen !== undefined && ctr <= seen.last && !seen.holes.has(ctr)
  }

  /** The last entry of the device of this name that is known of; 0 for none. */
  last(name: string): number {
    return this.#seen.get(name)?.last ?? 0
  }

  /** A short sum of everything that has been seen: equal on two devices when they have seen the same. */
  sum(): string {
    const names = [...this.#seen.keys()].sort()
    const text = names.map((name) => {
      const { last, holes } = this.#seen.get(name) ?? { last: 0, holes: new Set<number>() }
      return `${name}:${last}:${[...holes].sort((a, b) => a - b).join()}`
    })
    return toHexString(sha256(encodeUtf8(text.join('|'))).subarray(0, 8))
  }

  /** How many entries are missing that a later entry of the same device has shown to exist. */
  get missing(): number {
    let sum = 0
    for (const seen of this.#seen.values()) sum += seen.holes.size
    return sum
  }

  /** Takes over what another list has seen. */
  merge(other: DeviceCounters): void {
    for (const [name, theirs] of other.#seen) {
      const ours = this.#seen.get(name)
      if (ours === undefined) {
        this.#seen.set(name, { last: theirs.last, holes: new Set(theirs.holes) })
        continue
      }
      const holes = [...ours.holes].filter((ctr) => ctr > theirs.last || theirs.holes.has(ctr))
      for (const ctr of theirs.holes) if (ctr > ours.last) holes.push(ctr)
      ours.last = Math.max(ours.last, theirs.last)
      ours.holes.clear()
      for (const ctr of holes) ours.holes.add(ctr)
    }
  }

  /** Whether every single entry that `other` has seen has been seen here too. If not, the server shows less than there was. */
  holds(other: DeviceCounters): boolean {
    for (const [name, theirs] of other.#seen) {
      const ours = this.#seen.get(name)
      if ((ours?.last ?? 0) < theirs.last) return false
      for (const hole of ours?.holes ?? []) if (hole <= theirs.last && !theirs.holes.has(hole)) return false
    }
    return true
  }

  /** A list with only the `count` devices that were added last. */
  newest(count: number): DeviceCounters {
    const out = new DeviceCounters()
    for (const [name, seen] of [...this.#seen].slice(-count)) {
      out.#seen.set(name, { last: seen.last, holes: new Set(seen.holes) })
    }
    return out
  }

  /** Writes the list into an encoder. */
  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#seen.size)
    for (const [name, seen] of this.#seen) {
      encoding.writeUint8Array(encoder, fromHexString(name))
      encoding.writeVarUint(encoder, seen.last)
      encoding.writeVarUint(encoder, seen.holes.size)
      for (const hole of seen.holes) encoding.writeVarUint(encoder, hole)
    }
  }

  /** Reads what `write` wrote. Throws on anything else: call it on authenticated bytes, inside a try. */
  static read(decoder: decoding.Decoder): DeviceCounters {
    const counters = new DeviceCounters()
    const size = decoding.readVarUint(decoder)
    if (size > maxDevices) throw new RangeError('too many devices')
    for (let i = 0; i < size; i++) {
      const name = toHexString(decoding.readUint8Array(decoder, devBytes))
      const last = decoding.readVarUint(decoder)
      const holes = new Set<number>()
      const count = decoding.readVarUint(decoder)
      if (count > maxHoles) throw new RangeError('too many holes')
      for (let h = 0; h < count; h++) holes.add(decoding.readVarUint(decoder))
      counters.#seen.set(name, { last, holes })
    }
    return counters
  }
}
