type Knock<Member> = { readonly member: Member; readonly knockId: Uint8Array; readonly bytes: Uint8Array }

/**
 * The knocks of one sealed room, in memory only, for as long as the socket lives that knocked. Who comes inside later
 * (a board that was away for a moment) still hears them. To the one who knocks it looks the same whether anybody does.
 */
export class Mailbox<Member extends { readonly peer: { readonly seatId: string } }> {
  readonly #knocks = new Map<string, Knock<Member>>()
  readonly #limits: { readonly knocksPerSocket: number }

  /** Each socket is counted by itself: a limit for all would tell one who knocks when another was answered [NI1]. */
  constructor(limits: { readonly knocksPerSocket: number }) {
    this.#limits = limits
  }

  /** Keeps a knock. The id of another seat's knock cannot be taken over: that one is `ignored`. */
  put(member: Member, knockId: Uint8Array, bytes: Uint8Array): 'kept' | 'full' | 'ignored' {
    const id = Buffer.from(knockId).toString('hex')
    const before = this.#knocks.get(id)
    if (before !== undefined && before.member.peer.seatId !== member.peer.seatId) return 'ignored'
    if (before === undefined) {
      const own = [...this.#knocks.values()].filter((knock) => knock.member === member).length
      if (own >= this.#limits.knocksPerSocket) return 'full'
    }
    this.#knocks.set(id, { member, knockId, bytes })
    return 'kept'
  }

  /** Who knocked under this id; the first answer takes the knock away. */
  take(knockId: Uint8Array): Member | undefined {
    const id = Buffer.from(knockId).toString('hex')
    const knock = this.#knocks.get(id)
    this.#knocks.delete(id)
    return knock?.member
  }

  waiting(): readonly { readonly knockId: Uint8Array; readonly bytes: Uint8Array }[] {
    return [...this.#knocks.values()].map(({ knockId, bytes }) => ({ knockId, bytes }))
  }

  /** The socket has gone. */
  forget(member: Member): void {
    for (const [id, knock] of this.#knocks) if (knock.member === member) this.#knocks.delete(id)
  }
}
