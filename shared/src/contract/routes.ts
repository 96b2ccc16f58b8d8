import type { Action } from '../policy/actions.ts'

/** Who a route is for. `seat` routes ask the policy for `action` before the handler runs. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'desk' }
  | { readonly kind: 'seat'; readonly action: Action }

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:seat`, `:desk`, `:id` are path parameters. */
  readonly path: string
  readonly access: Access
}

const seat = (method: Route['method'], path: string, action: Action): Route => ({
  method,
  path: `/api/seats/:seat/${path}`,
  access: { kind: 'seat', action },
})
const open = (path: string): Route => ({ method: 'POST', path: `/api/${path}`, access: { kind: 'public' } })
const desk = (method: Route['method'], path: string): Route => ({
  method,
  path: `/api/desks/:desk/${path}`,
  access: { kind: 'desk' },
})

/**
 * The HTTP contract, half of it: method, path and right of every call. Plain data without zod, so that the
 * client can carry it; inputs and outputs stand in contract/messages.ts under the same names, and a name that
 * is missing on either side does not compile.
 */
export const routes = {
  /** A coordinator's one-time link becomes a desk. */
  signIn: open('sign-in'),
  /** What a personal link opens: looking consumes nothing. */
  peekCard: open('join/peek'),
  /** "Yes, that is me": the personal link becomes a seat on this device. */
  joinByCard: open('join/card'),
  /** The code on the board, or the ticket of a card behind the closed door: which circle, which names. */
  peekCode: open('join/code'),
  /** "I am Ria": asks the room to let this device in. */
  joinByCode: open('join/request'),
  /** Whom the link of somebody inside is for: looking consumes nothing. */
  peekFar: open('join/far/peek'),
  /** The link becomes a seat before the closed door, once. */
  joinFar: open('join/far'),
  /** A browser that wants to be a board gets a seat without a conference and a code to show. */
  newBoard: open('boards'),
  listConferences: desk('GET', 'conferences'),
  createConference: desk('POST', 'conferences'),
  /** The coordinator takes a seat in an own conference on this device. */
  enterConference: desk('POST', 'conferences/:id/seat'),
  view: seat('GET', 'view', 'view.read'),
  editSelf: seat('PUT', 'self', 'self.edit'),
  editConference: seat('PUT', 'conference', 'conference.edit'),
  addPerson: seat('POST', 'people', 'conference.edit'),
  editPerson: seat('PUT', 'people/:id', 'conference.edit'),
  removePerson: seat('DELETE', 'people/:id', 'conference.edit'),
  orderPeople: seat('PUT', 'order', 'conference.edit'),
  links: seat('GET', 'links', 'links.read'),
  writePoints: seat('PUT', 'points', 'points.write'),
  pairBoard: seat('POST', 'boards', 'board.pair'),
  answerJoin: seat('POST', 'joins/:id', 'join.answer'),
  begin: seat('POST', 'phase/begin', 'phase.begin'),
  /** Models without a door: the coordinator starts the making of the plan. */
  draft: seat('POST', 'phase/draft', 'phase.draft'),
  /** Models with a door: the circle closes it. */
  closeDoor: seat('POST', 'door/close', 'phase.draft'),
  /**
   * Opens the door: the plan as visible text goes into a new document, and the room is erased. From a phone it needs
   * `askOpen` of somebody else inside before.
   */
  openDoor: seat('POST', 'door/open', 'phase.present'),
  /** "Shall we open the door?", of a phone inside. Carries nothing of the plan. */
  askOpen: seat('POST', 'door/ask', 'draft.connect'),
  /** Models without a door: the plan comes on the table. */
  present: seat('POST', 'phase/present', 'phase.present'),
  freeze: seat('POST', 'phase/freeze', 'phase.freeze'),
  table: seat('POST', 'phase/table', 'phase.table'),
  finish: seat('POST', 'phase/finish', 'phase.finish'),
  end: seat('POST', 'phase/end', 'phase.end'),
  /** "Not now", to a move that somebody of the circle asked for. */
  dropProposal: seat('POST', 'phase/drop', 'proposal.drop'),
  leave: seat('POST', 'leave', 'room.leave'),
  /** The server's half of what lets this device reopen its stored draft key after a reload. */
  keyHalf: seat('POST', 'door/half', 'draft.connect'),
  /** What goes inside with the closing, for a device inside that finds none of it there. */
  carryIn: seat('POST', 'door/carry', 'draft.connect'),
  /** Names the public key of this device, and tells those of the other seats: for a next key of the room. */
  deviceKeys: seat('PUT', 'door/key', 'draft.connect'),
  /** Stores the draft key sealed under the paper key. */
  storePaper: seat('PUT', 'door/paper', 'draft.connect'),
  /** Gets it back, for who knows the paper key. */
  fetchPaper: seat('POST', 'door/paper', 'draft.connect'),
  /** Ends the seat of a device that the circle takes out: it comes in nowhere any more, whatever it holds. */
  takeOut: seat('POST', 'door/out', 'draft.connect'),
  /** For the card that a device inside shows: with the ticket a phone without a seat asks for one. */
  doorTicket: seat('POST', 'door/ticket', 'draft.connect'),
  /** A link for one person far away, who then asks at the door with four words. Works once, for ten minutes. */
  farLink: seat('POST', 'door/link', 'draft.connect'),
  /** A seat that waits has come inside: it proves the key. */
  enterDoor: seat('POST', 'door/in', 'draft.connect'),
  /** Nobody can open the draft any more: asks the circle to start anew, in a room of this device's making. */
  askAnew: seat('POST', 'door/anew', 'draft.anew'),
  /** The yes of another person. */
  agreeAnew: seat('POST', 'door/anew/yes', 'draft.anew'),
  dropAnew: seat('POST', 'door/anew/no', 'draft.anew'),
  /** Which agreement is read aloud now, and by whom. */
  read: seat('PUT', 'reading', 'plan.guide'),
  /** "I have a question about this one", of the coordinator or a professional. */
  mark: seat('PUT', 'marks/:id', 'plan.mark'),
  /** It has been talked about. */
  clearMark: seat('DELETE', 'marks/:id', 'plan.guide'),
  /** A professional's "this is possible" to an agreement. */
  answerPlan: seat('PUT', 'answers/:id', 'plan.answer'),
  /** The frozen version, and the one before it. */
  version: seat('GET', 'version', 'version.read'),
  sign: seat('POST', 'signatures', 'plan.sign'),
  unsign: seat('POST', 'signatures/withdraw', 'plan.unsign'),
  /** Who else gets a copy: `:id` is a professional. */
  share: seat('PUT', 'shares/:id', 'copy.share'),
  /** The plan with its signatures. */
  copy: seat('GET', 'copy', 'version.read'),
  /** Ends this seat on this device. */
  endSeat: seat('POST', 'leave-device', 'seat.end'),
  call: seat('POST', 'call', 'call.make'),
  answerCall: seat('POST', 'call/answer', 'call.answer'),
  /** The log of the door, for the circle. Behind the closed door with the proof that the device is inside. */
  readLog: seat('POST', 'log', 'log.read'),
  /** The coordinator knocks at the closed door, with one of five fixed messages. */
  knock: seat('POST', 'knock', 'knock.make'),
  /** The names from which "somebody came later" is chosen: the circle as it was written down. */
  knockNames: seat('GET', 'knock', 'knock.make'),
  answerKnock: seat('POST', 'knock/answer', 'knock.answer'),
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes

/** Files of a seat, answered as they are and not as JSON: plain links. The right of all is `version.read`. */
export const files = {
  /** The copy as a document to print. */
  planPdf: (seatId: string) => `/api/seats/${seatId}/plan.pdf`,
  /** A page with a line for everybody, to sign in ink. */
  signaturePage: (seatId: string) => `/api/seats/${seatId}/handtekeningen.pdf`,
  /** What this person does, for a calendar. */
  calendar: (seatId: string) => `/api/seats/${seatId}/agenda.ics`,
  /** The copy as a file that can be checked without a server. */
  planFile: (seatId: string) => `/api/seats/${seatId}/plan.json`,
} as const

/** WebSocket addresses of a seat: live view, open document (y-websocket), sealed relay. */
export const sockets = {
  live: (seatId: string) => `/api/seats/${seatId}/live`,
  /** y-websocket appends the document's name: `plan`. */
  docs: (seatId: string) => `/api/seats/${seatId}/docs`,
  sealed: (seatId: string, room: string) => `/api/seats/${seatId}/sealed/${room}`,
} as const
