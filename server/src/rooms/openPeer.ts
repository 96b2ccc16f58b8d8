import { encodeAck } from './openFrames.ts'
import type { Peer } from './peer.ts'

/** One socket on an open document. */
export type OpenPeer = {
  readonly peer: Peer
  /** Document frames that came in on this socket. */
  received: number
  acked: number
  /** A frame was not taken, or lacks words before it: no acknowledgement until the client has sent everything again. */
  held: boolean
  /** The client has been asked for everything again. */
  asked: boolean
}

/** A socket that has said nothing yet. */
export function joinAs(peer: Peer): OpenPeer {
  return { peer, received: 0, acked: 0, held: false, asked: false }
}

/** Tells a socket that what it sent is on disk. Call it only when all of the document is. */
export function acknowledge(member: OpenPeer): void {
  if (member.held || member.acked === member.received) return
  member.acked = member.received
  member.peer.deliver(encodeAck(member.acked))
}
