import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Role } from '../policy/roles.ts'

/*
 * The log of the door: who came, went, opened, closed and was refused, with the time and the device, and no word of
 * what was said or written. Each line holds the hash of the one before it, so that no line can be changed, left out or put in
 * between without every later hash becoming another [LG1]. Server and phones compute with these functions.
 */

/** What a line can tell. */
export const logKinds = [
  /** The coordinator began the meeting. */
  'began',
  /** A device takes part. */
  'came',
  /** A device asked to take part, and waits for a yes. */
  'asked',
  'letIn',
  'sentAway',
  /** Somebody of the staff went outside for the private part. */
  'left',
  /** A device ended its own seat. */
  'gone',
  /** The coordinator took a person out of the list. */
  'removed',
  /** A browser became the board. */
  'paired',
  'closed',
  'opened',
  /** Somebody outside asked to start anew behind the closed door. */
  'anewAsked',
  /** Somebody said no to that. */
  'anewDropped',
  /** Two people did: the draft of before is gone, unread. */
  'anew',
  /** Somebody inside made a link for somebody far away. */
  'invited',
  /** A device proved the key behind the closed door, for the first time there. */
  'inside',
  /** A device tried what is behind the closed door and was refused. */
  'tried',
  /** The circle took a device out. */
  'takenOut',
  'called',
  'coming',
  /** The coordinator knocked at the closed door. */
  'knocked',
  /** Where there is no door: the plan is made, and comes on the table. */
  'drafted',
  'presented',
  'frozen',
  'tabled',
  'finished',
] as const
export type LogKind = (typeof logKinds)[number]

/** Who a line is about, under the name of then. */
export interface LogPerson {
  readonly role: Role
  readonly personId: string | null
  readonly name: string
}

/** One line, without its hash. */
export interface LogLine {
  readonly v: 1
  readonly conference: string
  /** 1, 2, 3 … without a gap. */
  readonly seq: number
  /** ISO 8601 UTC. */
  readonly at: string
  readonly kind: LogKind
  /** Null where the log does not say who: a call is everybody's. */
  readonly who: LogPerson | null
  /** The fingerprint of the device, as `deviceMark` makes it. */
  readonly device: string | null
  /** Who did it, when that is another than whom it is about. */
  readonly by: LogPerson | null
  /** The hash of the line before. */
  readonly prev: string
}

/**
 * A line that tells of the inside, while the door is closed: it comes into the log, with number and hash, when the door opens.
 */
export type WaitingLine = Pick<LogLine, 'at' | 'kind' | 'who' | 'device' | 'by'>

/** A line as it is kept and shown. */
export interface ChainedLine extends LogLine {
  readonly hash: string
}

/** Where a log stood: the number and the hash of its last line. An empty log is 0 and `LOG_START`. */
export interface LogHead {
  readonly seq: number
  readonly head: string
}

/** What the first line holds in place of the hash of one before. */
export const LOG_START = '0'.repeat(64)

export const emptyLog: LogHead = { seq: 0, head: LOG_START }

/** SHA-256 over a fixed prefix and the line in canonical JSON (RFC 8785), in 64 hexadecimal digits. */
export function lineHash({ v, conference, seq, at, kind, who, device, by, prev }: LogLine): string {
  const line = { v, conference, seq, at, kind, who: personOf(who), device, by: personOf(by), prev }
  return digest(`kringplan/doorlog/v1|${canonicalize(line) ?? ''}`)
}

/** A short mark of a device, the same in every line: `3F2A-91C0`. The seat's id cannot be read from it. */
export function deviceMark(seatId: string): string {
  const hex = digest(`kringplan/doorlog/device/v1|${seatId}`).slice(0, 8).toUpperCase()
  return `${hex.slice(0, 4)}-${hex.slice(4)}`
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

const personOf = (one: LogPerson | null): LogPerson | null =>
  one === null ? null : { role: one.role, personId: one.personId, name: one.name }
