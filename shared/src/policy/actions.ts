/** Everything a seat can ask for. A route or frame without one of these cannot be written. */
export const actions = {
  /** See one's own screen: who am I, what happens now. What it holds differs by phase (contract/seatView.ts). */
  'view.read': 'see the own screen',
  /** Choose one's own picture and language. */
  'self.edit': 'choose the own picture and language',
  /** Change question, people, time and place. */
  'conference.edit': 'change question, people, time and place',
  /** See the personal links, to print and to send. */
  'links.read': 'see the personal links',
  /** Write one's own points for the information part. */
  'points.write': 'write own points of information',
  /** Let a waiting device in, or not. */
  'join.answer': 'answer a device that waits',
  /** Pair a board by the code it shows. */
  'board.pair': 'pair a board',
  /** preparation to information */
  'phase.begin': 'begin the meeting',
  /** information, or presentation once more, to deliberation; with a door this closes it */
  'phase.draft': 'start making the plan',
  /** deliberation to presentation; with a door this opens it */
  'phase.present': 'put the plan on the table',
  /** presentation to signing */
  'phase.freeze': 'fix a version of the plan',
  /** signing back to presentation */
  'phase.table': 'take the plan back to the table',
  /** signing to follow-up */
  'phase.finish': 'say that the plan is ready',
  /** Say no to what somebody else of the circle asked: a move that needs two. */
  'proposal.drop': 'say not now to a move that needs two',
  /** any phase to closed; destroys a draft, never shows it */
  'phase.end': 'end the conference',
  /** Go outside before the door closes. */
  'room.leave': 'go outside',
  /** Read the open plan document. */
  'plan.read': 'read the open plan',
  /** Write in the open plan document, presence included. */
  'plan.write': 'write in the open plan',
  /** Say which agreement is read aloud now, and by whom; take away question marks. */
  'plan.guide': 'turn the page of the plan that is read',
  /** "I have a question about 8." */
  'plan.mark': 'ask to talk about an agreement',
  /** "This is possible" or "not like this, because ..." on the own agreements. */
  'plan.answer': 'answer to the plan on the table',
  /** Get a frozen version, and later the copy with its signatures. */
  'version.read': 'read a frozen version of the plan',
  /** Sign the frozen version; tick a signature on paper. */
  'plan.sign': 'sign the plan',
  /** Take a signature back, until the plan is ready. */
  'plan.unsign': 'take a signature back',
  /** Say who else gets a copy. */
  'copy.share': 'say who else gets a copy',
  /** End this device's own seat: a wiped board, a borrowed phone. */
  'seat.end': 'end the own seat',
  /** Reach the sealed relay of the draft (where the door token still has to be proved), and what belongs to its keys. */
  'draft.connect': 'reach the sealed draft',
  /** Start anew behind the closed door, when nobody can open the draft any more: another person has to agree. */
  'draft.anew': 'start anew behind the closed door',
  /** Call the coordinator. */
  'call.make': 'call the coordinator',
  /** Say "I am coming". */
  'call.answer': 'answer a call',
  /** Knock at the closed door, with one of the fixed messages. */
  'knock.make': 'knock at the closed door',
  /** Yes, later or no to a knock. */
  'knock.answer': 'answer a knock',
  /** Read the log of the door. Behind the closed door the door token has to be proved, too. */
  'log.read': 'read the log of the door',
} as const

export type Action = keyof typeof actions

/** All actions in the order of the printed matrix. */
export const actionList = Object.keys(actions) as readonly Action[]
