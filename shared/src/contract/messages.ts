import { z } from 'zod'
import {
  bytesText,
  circleName,
  idText,
  instant,
  language,
  personName,
  questionText,
  shortLine,
  tokenText,
} from './fields.ts'
import type { CardPeek, FarPeek, Joined, ListedName } from './joining.ts'
import type { RouteName } from './routes.ts'
import type { ChainedLine, WaitingLine } from '../log/doorLog.ts'
import { professionalAnswers } from '../plan/canonical.ts'
import type { CircleFacts } from '../plan/circleDoc.ts'
import type { PlanContent } from '../plan/content.ts'
import type { PlanFile } from '../plan/planFile.ts'
import { ENDING } from '../plan/schema.ts'
import { planContent, signatureDevice, signatureMark } from './planInput.ts'
import { conferenceChange, newPersonInput, peopleOrder, personChange, personInput } from './prepareInput.ts'
import {
  callReasons,
  knockAnswers,
  knockKinds,
  ownCallReasons,
  shareKinds,
  type SeatView,
} from './seatView.ts'

/*
 * The HTTP contract, the other half: inputs as zod schemas (the server parses every body with them), outputs as
 * types. The client imports only types from here. Bodies are JSON objects; an unknown key is refused.
 */

const nothing = z.strictObject({})
const revision = z.int().nonnegative()
/** 16 random bytes. */
const roomName = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** Somebody of the list, or another name. */
const nameOrPerson = z.union([z.strictObject({ personId: idText }), z.strictObject({ name: personName })])

export const inputs = {
  signIn: z.strictObject({ token: tokenText }),
  peekCard: z.strictObject({ token: tokenText }),
  joinByCard: z.strictObject({ token: tokenText, language }),
  peekCode: z.strictObject({ code: z.string().max(40) }),
  joinByCode: z.strictObject({
    code: z.string().max(40),
    language,
    who: nameOrPerson,
  }),
  peekFar: z.strictObject({ link: tokenText, proof: bytesText(32).length(43).optional() }),
  /** `proof`: a number of the phone's own. With the same one it gets its seat again where the answer was lost. */
  joinFar: z.strictObject({ link: tokenText, language, proof: bytesText(32).length(43) }),
  newBoard: z.strictObject({ language }),
  listConferences: nothing,
  createConference: z.strictObject({
    model: z.string().max(40),
    door: z.enum(['on', 'off']),
    circle: circleName,
    question: questionText,
    people: z.array(newPersonInput).max(60),
    startsAt: instant.nullable(),
    place: shortLine,
  }),
  enterConference: nothing,
  view: nothing,
  editSelf: z.strictObject({ picture: z.string().max(20).optional(), language: language.optional() }),
  editConference: conferenceChange,
  addPerson: personInput,
  editPerson: personChange,
  orderPeople: peopleOrder,
  removePerson: nothing,
  links: nothing,
  writePoints: z.strictObject({
    points: z.array(z.strictObject({ kind: z.enum(['worry', 'offer']), text: shortLine })).max(5),
  }),
  pairBoard: z.strictObject({ code: z.string().max(40) }),
  answerJoin: z.strictObject({ answer: z.enum(['yes', 'no']) }),
  begin: z.strictObject({ revision }),
  draft: z.strictObject({ revision }),
  closeDoor: z.strictObject({
    revision,
    /** Made by the device that closes the door. */
    room: roomName,
    /** SHA-256 of the door token: all the server ever learns of the key. */
    doorTokenHash: bytesText(32),
    schemaVersion: z.int().positive(),
  }),
  openDoor: z.strictObject({
    revision,
    room: idText,
    doorToken: bytesText(32),
    /** The number of the last entry that the plan contains. */
    head: z.int().nonnegative(),
    plan: planContent,
  }),
  askOpen: z.strictObject({ room: idText, doorToken: bytesText(32) }),
  present: z.strictObject({ revision }),
  freeze: z.strictObject({ revision }),
  table: z.strictObject({ revision }),
  finish: z.strictObject({ revision }),
  end: z.strictObject({ revision }),
  dropProposal: z.strictObject({ revision }),
  leave: nothing,
  keyHalf: z.strictObject({ room: idText, device: bytesText(16) }),
  carryIn: z.strictObject({ room: idText, doorToken: bytesText(32) }),
  deviceKeys: z.strictObject({ room: idText, doorToken: bytesText(32), key: bytesText(32) }),
  storePaper: z.strictObject({
    room: idText,
    /** Proof that who stores it is inside. */
    doorToken: bytesText(32),
    paperTokenHash: bytesText(32),
    wrap: bytesText(512),
  }),
  fetchPaper: z.strictObject({ room: idText, paperToken: bytesText(32) }),
  doorTicket: z.strictObject({ room: idText, doorToken: bytesText(32) }),
  farLink: z.strictObject({ room: idText, doorToken: bytesText(32), who: nameOrPerson }),
  enterDoor: z.strictObject({ room: idText, doorToken: bytesText(32) }),
  takeOut: z.strictObject({ room: idText, doorToken: bytesText(32), seat: idText }),
  askAnew: z.strictObject({
    /** Made as for `closeDoor`. */
    room: roomName,
    doorTokenHash: bytesText(32),
    schemaVersion: z.int().positive(),
  }),
  /** The room that was asked for: another by now is `stale`. */
  agreeAnew: z.strictObject({ room: idText }),
  dropAnew: z.strictObject({ room: idText }),
  /** `agreement`: null is before the first; `ending` the next meeting. `reader`: a person, `turns`, or null for not said. */
  read: z.strictObject({
    agreement: z.union([idText, z.literal(ENDING)]).nullable(),
    reader: idText.or(z.literal('turns')).nullable(),
  }),
  mark: z.strictObject({ on: z.boolean() }),
  clearMark: nothing,
  answerPlan: z.strictObject({
    answer: z.enum(professionalAnswers).nullable(),
    words: shortLine,
    /** The digest of the agreement that is answered to (plan/canonical.ts); other words by now: `stale`. */
    seen: z.string().max(64).optional(),
  }),
  version: nothing,
  sign: z.strictObject({
    version: z.int().positive(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Who signs: on an own or borrowed phone the seat's own person. */
    personId: idText,
    device: signatureDevice,
    mark: signatureMark,
    publicKey: z.string().regex(/^[0-9a-f]{64}$/),
    signature: z.string().regex(/^[0-9a-f]{128}$/),
  }),
  /** `version`: the one whose signature is taken back; another by now: `stale`. */
  unsign: z.strictObject({ personId: idText, version: z.int().positive() }),
  share: z.strictObject({ share: z.enum(shareKinds) }),
  copy: nothing,
  endSeat: nothing,
  call: z.strictObject({ reason: z.enum([...callReasons, ...ownCallReasons]) }),
  answerCall: z.strictObject({ id: idText }),
  /** Both, or neither where no door is closed. */
  readLog: z.strictObject({ room: idText.optional(), doorToken: bytesText(32).optional() }),
  /** `personId`: who came, with `someoneLater`; null with all others. */
  knock: z.strictObject({ kind: z.enum(knockKinds), personId: idText.nullable() }),
  knockNames: nothing,
  answerKnock: z.strictObject({ id: idText, answer: z.enum(knockAnswers) }),
} as const satisfies Record<RouteName, z.ZodType>

/** What a client sends, before parsing. */
export type Input<N extends RouteName> = z.input<(typeof inputs)[N]>
/** What a handler gets, after parsing. */
export type Parsed<N extends RouteName> = z.output<(typeof inputs)[N]>

export interface PersonalLink {
  readonly personId: string
  readonly name: string
  readonly role: 'member' | 'professional'
  readonly url: string
}

export interface ConferenceLine {
  readonly id: string
  readonly circle: string
  readonly modelId: string
  readonly startsAt: string | null
  readonly phase: string
}

interface Done {
  readonly done: true
}

/** `waiting`: a second person of the circle has to do it too. */
interface Moved {
  readonly waiting: boolean
}

/**
 * A frozen version, as the text that was hashed; `previous` is the text of the version before it, or of an earlier one when
 * that is the last that this person signed.
 */
export interface FrozenVersion {
  readonly number: number
  readonly text: string
  readonly hash: string
  readonly frozenAt: string
  readonly previous: string | null
}

/** What each call answers with on success. */
export interface Outputs {
  signIn: { readonly desk: string }
  peekCard: CardPeek
  joinByCard: Joined
  peekCode: { readonly circle: string; readonly names: readonly ListedName[] }
  joinByCode: Joined
  peekFar: FarPeek
  joinFar: Joined & { readonly room: string }
  newBoard: { readonly seat: string }
  listConferences: { readonly name: string; readonly conferences: readonly ConferenceLine[] }
  createConference: { readonly id: string; readonly seat: string }
  enterConference: { readonly seat: string }
  view: SeatView
  editSelf: Done
  editConference: Done
  addPerson: { readonly personId: string }
  editPerson: Done
  orderPeople: Done
  removePerson: Done
  links: { readonly links: readonly PersonalLink[] }
  writePoints: Done
  pairBoard: Done
  answerJoin: Done
  begin: Done
  draft: Moved
  /** `plan`: what stood on the table, when the door closes once more. */
  closeDoor: { readonly since: string; readonly waiting: boolean; readonly plan: PlanContent | null }
  openDoor: { readonly since: string }
  askOpen: Done
  present: Moved
  freeze: Moved
  table: Moved
  finish: Moved
  end: Moved
  dropProposal: Done
  doorTicket: { readonly ticket: string }
  /** `link`: the secret in it; `until`: when it stops working. */
  farLink: { readonly link: string; readonly until: string }
  enterDoor: Done
  takeOut: Done
  askAnew: Done
  agreeAnew: Done
  dropAnew: Done
  read: Done
  mark: Done
  clearMark: Done
  answerPlan: Done
  version: FrozenVersion
  sign: Done
  unsign: Done
  share: Done
  copy: PlanFile
  endSeat: Done
  leave: Done
  keyHalf: { readonly half: string }
  /** `plan`: what stood on the table, when the door was closed once more. */
  carryIn: { readonly facts: CircleFacts; readonly plan: PlanContent | null }
  /** Which key was named first first. */
  deviceKeys: { readonly keys: readonly { readonly seat: string; readonly key: string }[] }
  storePaper: Done
  fetchPaper: { readonly wrap: string; readonly epoch: number }
  call: Done
  answerCall: Done
  /** `waiting`: what tells of the inside, while the door is closed. */
  readLog: { readonly lines: readonly ChainedLine[]; readonly waiting: readonly WaitingLine[] }
  knock: Done
  knockNames: { readonly people: readonly { readonly id: string; readonly name: string }[] }
  answerKnock: Done
}

export type Output<N extends RouteName> = Outputs[N]

/**
 * The body of every refusal. `field` names the input that was not as asked; `from` goes with `notYet`, and with
 * `tooMany` after a knock (ISO 8601).
 */
export interface RefusalBody {
  readonly refusal: string
  readonly field?: string
  readonly from?: string
}
