import type { Generated, Kysely, Transaction } from 'kysely'

/* The rows of kringplan.db. Times are ISO 8601 in UTC, yes and no are 1 and 0. */

export interface Tables {
  coordinators: { id: string; name: string; createdAt: string }
  signInLinks: {
    tokenHash: string
    /** Null: signing in makes the coordinator. */
    coordinatorId: string | null
    name: string
    expiresAt: string
    usedAt: string | null
    /** 1: works again and again (demo). */
    reusable: number
  }
  desks: { id: string; secretHash: string; coordinatorId: string; createdAt: string; endedAt: string | null }
  conferences: {
    id: string
    modelId: string
    setting: string
    circle: string
    question: string
    startsAt: string | null
    place: string
    phase: string
    since: string
    revision: number
    joinCode: string
    room: string | null
    /** 1: over, and its documents have been erased. */
    erased: Generated<number>
    /** The number of the open document of now. */
    docNumber: Generated<number>
    /** Where the reading aloud is: JSON of a `Reading`. */
    reading: string | null
    /** A room whose door was opened and whose ciphertext may not be erased yet. */
    oldRoom: string | null
    /** While the door is closed: the fingerprint of the screens' build, and the schema version, in which it was closed. */
    build: string | null
    roomSchema: number | null
    createdAt: string
    endsAt: Generated<string | null>
    food: Generated<string>
    wishAddress: Generated<string | null>
    wishFood: Generated<string>
    wishOpening: Generated<string>
    wishOther: Generated<string>
    nobodyTells: Generated<number>
  }
  people: {
    id: string
    conferenceId: string
    /** Set for the coordinators of a conference. */
    coordinatorId: string | null
    name: string
    role: string
    language: string
    mainPerson: number
    picture: string | null
    colour: string | null
    linkVersion: number
    /** Null for a coordinator, who comes in through a desk. */
    linkHash: string | null
    position: number
    age: Generated<number | null>
    joinsBy: Generated<string>
    /** A person of the same conference. */
    joinsWith: Generated<string | null>
    invitation: Generated<string>
    hasCard: Generated<number>
    tells: Generated<string>
  }
  seats: {
    id: string
    secretHash: string
    conferenceId: string | null
    role: string
    personId: string | null
    /** The name a new person gave, until the room says yes. */
    name: string
    standing: string
    /** Why a device waits: listed, again or new; `out` when the circle took it out. */
    how: string
    language: string
    pairingCode: string | null
    /** Seats and desks that end in this browser when it becomes a board: a JSON list. */
    ends: string
    createdAt: string
    endedAt: string | null
  }
  points: { id: string; conferenceId: string; personId: string; kind: string; text: string; position: number }
  calls: { conferenceId: string; id: string; reason: string; answered: number }
  /** Calls that only the coordinator hears, and the device that made them. */
  ownCalls: { conferenceId: string; seatId: string; id: string; reason: string; answered: number }
  /** The last knock at the closed door. */
  knocks: {
    conferenceId: string
    id: string
    kind: string
    name: string | null
    at: string
    answer: string | null
  }
  /** Who asked to start anew behind the closed door, and the room that would come. */
  anewAsks: {
    conferenceId: string
    room: string
    doorTokenHash: string
    seatId: string
    askedAt: string
    /** Somebody said no. */
    droppedAt: string | null
  }
  proposals: { conferenceId: string; move: string; revision: number; personId: string }
  marks: { conferenceId: string; agreementId: string; personId: string }
  /** `seen`: digest of the agreement as it was when it was answered. */
  answers: {
    conferenceId: string
    agreementId: string
    personId: string
    answer: string
    words: string
    seen: string
  }
  /** A frozen version: the canonical text and its SHA-256. */
  versions: {
    conferenceId: string
    number: number
    text: string
    hash: string
    frozenAt: string
    /** Where the log of the door stood; null in a version of before there was one. */
    logSeq: number | null
    logHead: string | null
  }
  signatures: {
    id: string
    conferenceId: string
    number: number
    personId: string
    /** The seat with whose key it was given. */
    seatId: string
    /** The person's name as it was signed. */
    name: string
    device: string
    way: string
    /** JSON of a `SignatureMark`. */
    mark: string
    publicKey: string
    signature: string
    signedAt: string
  }
  shares: { conferenceId: string; personId: string; share: string }
  /** Taken out of the list while a plan was being made. `id` is that of the person. */
  gonePeople: { id: string; conferenceId: string; name: string }
  /** The log of the door (shared/src/log/doorLog.ts). Only ever added to; goes with the conference's content. */
  doorLog: {
    conferenceId: string
    seq: number
    at: string
    kind: string
    /** JSON of a `LogPerson`, or null; so is `by`. */
    who: string | null
    device: string | null
    by: string | null
    prev: string
    hash: string
  }
  boardLinks: { tokenHash: string; conferenceId: string }
}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
