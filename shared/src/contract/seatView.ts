import type { Preparation } from '../conference/preparation.ts'
import type { LogHead } from '../log/doorLog.ts'
import type { CanonicalAnswer } from '../plan/canonical.ts'
import type { SignatureDevice, SignatureWay } from '../plan/signature.ts'
import type { Language } from './fields.ts'
import type { OpenDocument } from './openSync.ts'
import type { Phase } from '../phase/phases.ts'
import type { Role } from '../policy/roles.ts'

/*
 * What a seat's screen knows: one JSON value, pushed over the live socket whenever it differs from the last one
 * sent, and answered by GET view. It is a pure function of what the server keeps (server/src/view/seatView.ts).
 *
 * Must stay true [VW1]: while the door is closed every seat of the conference gets the `closed` view, built only
 * from what was fixed before or at the closing, the call, the knock and the phase, the own calls of this seat, and for the
 * circle the asking to start anew;
 * nothing in it depends on what the circle writes or does inside, on who is inside or on how many.
 */

/** Who this seat is. The board is no person. */
export interface Self {
  readonly seat: string
  readonly role: Role
  readonly personId: string | null
  readonly name: string
  readonly language: Language
}

/** Somebody of the conference. `here`: at least one device of theirs was let in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role: 'member' | 'professional' | 'coordinator'
  readonly mainPerson: boolean
  readonly picture: string | null
  readonly colour: string | null
  readonly language: Language
  readonly here: boolean
}

/** A line of information that a professional brings. */
export interface Point {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly kind: 'worry' | 'offer'
  readonly text: string
}

/** A device that asks the room to be let in. */
export interface WaitingDevice {
  readonly id: string
  readonly name: string
  /** `again`: somebody who takes part already, with another device. `new`: a name that is not in the list. */
  readonly how: 'listed' | 'again' | 'new'
}

/** The circle called, and whether the coordinator answered. Who called is told nobody. */
export interface Call {
  readonly id: string
  readonly reason: CallReason
  readonly answered: boolean
}

export const callReasons = ['explain', 'talk', 'practical', 'say'] as const
export type CallReason = (typeof callReasons)[number]

/** What somebody calls for without the others: to talk alone, and "it is not safe". No board shows these [CL2]. */
export const ownCallReasons = ['silent', 'unsafe'] as const
export type OwnCallReason = (typeof ownCallReasons)[number]

/** A call of one device. */
export interface OwnCall {
  readonly id: string
  readonly reason: OwnCallReason
  /** Who wants to talk. Null with `unsafe`: whoever goes in should not have to hide that they know. */
  readonly name: string | null
  readonly answered: boolean
}

/** The fixed messages of a knock. There is no free text, so nobody outside can steer. */
export const knockKinds = ['food', 'roomCloses', 'someoneLater', 'canSomebodyCome', 'allWell'] as const
export type KnockKind = (typeof knockKinds)[number]

export const knockAnswers = ['yes', 'later', 'no'] as const
export type KnockAnswer = (typeof knockAnswers)[number]

/** How long after a knock there is no other one, in milliseconds [KN1]. */
export const KNOCK_EVERY_MS = 10 * 60 * 1000

/** The last knock at the closed door. */
export interface Knock {
  readonly id: string
  readonly kind: KnockKind
  /** Who came, with `someoneLater`. */
  readonly name: string | null
  /** When, ISO 8601 UTC. */
  readonly at: string
  /** What the circle answered, on purpose. Null: nothing, which is an answer too. */
  readonly answer: KnockAnswer | null
}

/** How long who is inside has the time to say no before another person's yes counts, in milliseconds [NW2]. */
export const ANEW_AFTER_MS = 2 * 60 * 1000

/** After a no the same person asks again only so much later, in milliseconds. */
export const ANEW_AGAIN_MS = 10 * 60 * 1000

/** Somebody of the circle asks to start anew behind the closed door: nobody can open the draft any more. */
export interface Anew {
  /** The room that would come. */
  readonly room: string
  /** The seat that asks: the new card will be on that screen. */
  readonly seat: string
  /** Whose seat that is; null for the board. */
  readonly personId: string | null
  readonly by: string
  /** From when a yes counts, ISO 8601 UTC. */
  readonly from: string
}

/** What a member asked for that needs a second person of the circle. */
export const sharedMoves = ['draft', 'present', 'freeze', 'table', 'finish', 'end'] as const
export type SharedMove = (typeof sharedMoves)[number]

export interface Proposal {
  readonly move: SharedMove
  readonly personId: string
  readonly by: string
}

/** Where the reading aloud is. `agreement` null: before the first; 'ending': the next meeting. */
export interface Reading {
  readonly agreement: string | null
  /** Who reads: a person's id, 'turns', or null when the circle has not said it. */
  readonly reader: string | null
}

/** "I have a question about this agreement." */
export interface PlanMark {
  readonly agreement: string
  readonly personId: string
  readonly by: string
}

/** A frozen version, without its text. */
export interface VersionFacts {
  readonly number: number
  readonly hash: string
  /** The spoken code of the hash. */
  readonly code: string
  readonly frozenAt: string
  /** Where the log of the door stood. Null in a version of before there was one. */
  readonly log: LogHead | null
}

/** Who signed, and how it was given. */
export interface SignedBy {
  readonly personId: string
  readonly way: SignatureWay
  readonly device: SignatureDevice
  readonly signedAt: string
}

/** How long after "klaar" who has not signed can still do so at home, in milliseconds [SG15]. */
export const SIGN_LATER_MS = 14 * 24 * 60 * 60 * 1000

/** What a professional gets: nothing, what they stand in, or the whole plan. */
export const shareKinds = ['none', 'own', 'whole'] as const
export type ShareKind = (typeof shareKinds)[number]

/** What is known of the plan beside its words. */
export interface PlanState {
  /** The open document of now; null where there is none to read any more. */
  readonly doc: OpenDocument | null
  readonly reading: Reading | null
  readonly marks: readonly PlanMark[]
  /** `seen`: the digest of the agreement that was answered to (plan/canonical.ts). */
  readonly answers: readonly (CanonicalAnswer & { readonly seen: string })[]
  /** The version that is being signed, or that was. */
  readonly version: VersionFacts | null
  /** The last version frozen before, whether or not it is on the table again. */
  readonly lastVersion: number
  /** Until the plan is ready only the board is told who has signed, and everybody of themselves. Null: not told. */
  readonly signed: readonly SignedBy[] | null
  readonly mine: SignedBy | null
  /** What the circle asked for that needs a second person. Only the circle is told. */
  readonly proposal: Proposal | null
  /** Who else gets a copy; for the circle all of them, for a professional the own. */
  readonly shares: readonly { readonly personId: string; readonly share: ShareKind }[]
}

/** What stays the same for everybody of a conference. */
export interface Common {
  /** Version of the live documents that this server speaks; another than the page's own: reload first. */
  readonly schemaVersion: number
  readonly self: Self
  /** The name of the circle. */
  readonly circle: string
  /** True under the demo: the meeting is now and seats of all roles may live in one browser. */
  readonly demo: boolean
  /** True over plain http: practice mode, not private. */
  readonly practice: boolean
  readonly hasDoor: boolean
  /** Names of the coordinators, for "Roep Fatma". */
  readonly coordinators: readonly string[]
  readonly professionals: readonly string[]
  readonly phase: Phase
  /** Since when, ISO 8601 UTC. */
  readonly since: string
  readonly revision: number
  readonly call: Call | null
  /** Calls that the others are not told of: for a coordinator all, for everybody else those of this very seat. */
  readonly ownCalls: readonly OwnCall[]
  readonly knock: Knock | null
}

/** A browser that shows a code and waits to become a board. */
export interface PairingView {
  readonly kind: 'pairing'
  readonly schemaVersion: number
  readonly self: Self
  readonly code: string
  readonly practice: boolean
}

/** A device that waits for a yes from the room. */
export interface WaitingView {
  readonly kind: 'waiting'
  readonly schemaVersion: number
  readonly self: Self
  readonly circle: string
  readonly practice: boolean
  /** The plan is ready and the circle went home: the yes comes from a phone. */
  readonly ready: boolean
}

/** This seat has ended (removed, signed out, answered no, conference over). */
export interface EndedView {
  readonly kind: 'ended'
  readonly schemaVersion: number
  readonly circle: string
}

/** The door is closed: the same for everybody but for `self`, `ownCalls` and `anew`. `room` is where the sealed draft lives. */
export interface ClosedView extends Common {
  readonly kind: 'closed'
  readonly room: string
  readonly place: string
  /** For the circle only. Asked on purpose, by a device outside; says nothing of the inside. */
  readonly anew: Anew | null
}

/** Gone outside before the door closes. */
export interface OutsideView extends Common {
  readonly kind: 'outside'
  readonly place: string
}

/** Everybody together: preparation, information, and a plan made in the open. */
export interface OpenView extends Common {
  readonly kind: 'open'
  readonly conferenceId: string
  readonly modelId: string
  readonly question: string
  readonly startsAt: string | null
  readonly place: string
  readonly people: readonly Person[]
  /** Who was taken out of the list while the plan was being made, for where they stand in it. */
  readonly gone: readonly { readonly id: string; readonly name: string }[]
  readonly points: readonly Point[]
  readonly waiting: readonly WaitingDevice[]
  /** The code on the board, for who may show it (board, coordinator, members); else null. */
  readonly joinCode: string | null
  /** How many boards are paired. */
  readonly boards: number
  /** What was written down beforehand: for who prepares the conference, null for everybody else [PR2]. */
  readonly preparation: Preparation | null
  /** Null until a plan is made in the open, or is on the table. */
  readonly plan: PlanState | null
}

export type SeatView = PairingView | WaitingView | EndedView | ClosedView | OutsideView | OpenView

/** A frame of the live socket, server to client, as JSON. `rev` counts the views sent on this socket. */
export interface LiveMessage {
  readonly type: 'view'
  readonly rev: number
  readonly view: SeatView
}
