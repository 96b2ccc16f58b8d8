import type { PresenceEntry } from './openFrames.ts'
import type { Peer } from './peer.ts'

/** A browser tab uses one id; a few more are no attack, many are. */
const idsPerPeer = 4
const idsKept = 1000

type Place = { seatId: string; peer: Peer | null; clock: number; state: string }

/**
 * Who is where in one open document. Not y-protocols' own class: that starts a timer per room and believes any id.
 * An id belongs to the seat that used it first, for as long as the room is in memory.
 */
export class Presence {
  readonly #places = new Map<number, Place>()
  /** Clocks start at the time, so that they also rise for clients that knew this room before a restart. */
  readonly #start: number

  constructor(nowSeconds: number) {
    this.#start = nowSeconds
  }

  /**
   * Takes what a socket says about itself; what it says about others' ids is dropped. Returns what to tell the rest,
   * under clocks of the server: a client that comes back with its old clock would otherwise stay unseen.
   */
  update(peer: Peer, entries: readonly PresenceEntry[]): readonly PresenceEntry[] {
    const told: PresenceEntry[] = []
    for (const { client, clock, state } of entries) {
      const place = this.#places.get(client) ?? this.#claim(client, peer)
      if (place === null || place.seatId !== peer.seatId) continue
      if (state === 'null' && place.state === 'null') continue
      place.peer = peer
      place.state = state
      place.clock = Math.max(place.clock + 1, clock)
      told.push({ client, clock: place.clock, state })
    }
    return told
  }

  /** Everybody who is there, but for the asker's own ids. */
  others(peer: Peer): readonly PresenceEntry[] {
    return [...this.#places]
      .filter(([, place]) => place.state !== 'null' && place.peer !== peer)
      .map(([client, { clock, state }]) => ({ client, clock, state }))
  }

  /** A socket has gone. Returns what to tell the rest. */
  remove(peer: Peer): readonly PresenceEntry[] {
    const told: PresenceEntry[] = []
    for (const [client, place] of this.#places) {
      if (place.peer !== peer) continue
      place.peer = null
      if (place.state === 'null') continue
      place.state = 'null'
      place.clock += 1
      told.push({ client, clock: place.clock, state: 'null' })
    }
    return told
  }

  #claim(client: number, peer: Peer): Place | null {
    let own = 0
    for (const place of this.#places.values()) if (place.peer === peer) own += 1
    if (own >= idsPerPeer) return null
    if (this.#places.size >= idsKept) {
      const oldest = [...this.#places].find(([, place]) => place.peer === null)
      if (oldest === undefined) return null
      this.#places.delete(oldest[0])
    }
    const place: Place = { seatId: peer.seatId, peer, clock: this.#start, state: 'null' }
    this.#places.set(client, place)
    return place
  }
}
