import type { LogKind, LogPerson } from '@kringplan/shared/log/doorLog'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { isDoorClosed } from '@kringplan/shared/policy/can'

/** A line to be written: the log adds when, its number and the chain. `seat` is the device it is about. */
export interface NewLine {
  readonly kind: LogKind
  readonly who: LogPerson | null
  readonly seat: string | null
  readonly by: LogPerson | null
}

/** What changes and tells of a device by itself, without who did it. */
type Told = Pick<NewLine, 'kind'> & { readonly by: boolean }

/**
 * What one change of a conference has to say in the log of the door. Found by what is another after than before, so that no
 * way of making a change can leave its line out, and nothing is told that did not happen [LG3].
 * @param by the seat that made the change, when one did
 */
export function linesOf(before: Snapshot, after: Snapshot, by: string | null): readonly NewLine[] {
  // Over: the log went with everything else.
  if (after.conference.phase === 'closed') return []
  return [
    ...seatLines(before, after, by),
    ...phaseLines(before, after, by),
    ...anewLines(before, after, by),
    ...callLines(before, after, by),
  ]
}

function seatLines(before: Snapshot, after: Snapshot, by: string | null): readonly NewLine[] {
  const known = new Map(before.seats.map((seat) => [seat.id, seat]))
  // With all one's devices: said once.
  const said = new Set<string>()
  return after.seats.flatMap((seat): readonly NewLine[] => {
    const told = toldOf(known.get(seat.id), seat, { before, after, by })
    if (told === null) return []
    const owner = known.get(seat.id)?.personId ?? seat.personId
    const isOfPerson = told.kind === 'left' || told.kind === 'removed'
    if (isOfPerson && said.has(`${told.kind} ${owner}`)) return []
    said.add(`${told.kind} ${owner}`)
    const who = personOfSeat({ ...seat, personId: owner }, before, after)
    return [
      { kind: told.kind, who, seat: isOfPerson ? null : seat.id, by: told.by ? actor(by, after) : null },
    ]
  })
}

interface Change {
  readonly before: Snapshot
  readonly after: Snapshot
  readonly by: string | null
}

function toldOf(was: SeatFacts | undefined, seat: SeatFacts, { before, after, by }: Change): Told | null {
  if (was === undefined) {
    if (seat.role === 'board') return { kind: 'paired', by: true }
    return { kind: seat.standing === 'pending' ? 'asked' : 'came', by: false }
  }
  const isOwn = by === seat.id
  if (seat.ended && !was.ended) {
    if (was.standing === 'pending') return { kind: 'sentAway', by: true }
    if (was.personId !== null && after.people.every(({ id }) => id !== was.personId)) {
      return { kind: 'removed', by: true }
    }
    const isTakenOut = isDoorClosed(before.conference) && !isOwn
    return isTakenOut ? { kind: 'takenOut', by: true } : { kind: 'gone', by: false }
  }
  if (was.standing === 'pending' && seat.standing !== 'pending') {
    // By its own link, or by the key of the room.
    return by === null || isOwn ? { kind: 'came', by: false } : { kind: 'letIn', by: true }
  }
  return was.standing === 'in' && seat.standing === 'outside' ? { kind: 'left', by: false } : null
}

function phaseLines(before: Snapshot, after: Snapshot, by: string | null): readonly NewLine[] {
  const kind = kindOfMove(before, after)
  return kind === null ? [] : [{ kind, who: actor(by, after), seat: by, by: null }]
}

/** Behind the closed door: who asked to start anew, who said no, and with whom it was done. */
function anewLines(before: Snapshot, after: Snapshot, by: string | null): readonly NewLine[] {
  if (after.conference.phase !== before.conference.phase) return []
  const [was, is] = [before.anew, after.anew]
  if (is !== null && is.askedAt !== was?.askedAt) return [anewLine('anewAsked', is.seatId, after, null)]
  if (was === null) return []
  if (after.conference.room === was.room) return [anewLine('anew', was.seatId, after, by)]
  const isDropped = was.droppedAt === null && is !== null && is.droppedAt !== null
  return isDropped ? [anewLine('anewDropped', was.seatId, after, by)] : []
}

function anewLine(kind: LogKind, seat: string, after: Snapshot, by: string | null): NewLine {
  return { kind, who: actor(seat, after), seat, by: by === null ? null : actor(by, after) }
}

function kindOfMove({ conference: before }: Snapshot, { conference: after }: Snapshot): LogKind | null {
  if (before.phase === after.phase) return null
  const hasDoor = after.setting === 'withDoor'
  switch (after.phase) {
    case 'information':
      return 'began'
    case 'deliberation':
      return hasDoor ? 'closed' : 'drafted'
    case 'presentation':
      if (before.phase === 'signing') return 'tabled'
      return hasDoor ? 'opened' : 'presented'
    case 'signing':
      return 'frozen'
    case 'followUp':
      return 'finished'
    case 'preparation':
    case 'closed':
      return null
  }
}

/** Of the calls that everybody hears. What somebody asks of the coordinator alone stands in no log. */
function callLines(before: Snapshot, after: Snapshot, by: string | null): readonly NewLine[] {
  const { call, knock } = after
  const isKnock = knock !== null && knock.id !== before.knock?.id
  if (isKnock) return [{ kind: 'knocked', who: actor(by, after), seat: by, by: null }]
  if (call === null) return []
  if (before.call?.id !== call.id) return [{ kind: 'called', who: null, seat: null, by: null }]
  const isAnswered = call.answered && !before.call.answered
  return isAnswered ? [{ kind: 'coming', who: actor(by, after), seat: null, by: null }] : []
}

function actor(by: string | null, snapshot: Snapshot): LogPerson | null {
  const seat = snapshot.seats.find(({ id }) => id === by)
  return seat === undefined ? null : personOfSeat(seat, snapshot, snapshot)
}

/** Who sits there, under the name of now or, once taken out of the list, of before. */
export function personOfSeat(seat: SeatFacts, ...snapshots: readonly Snapshot[]): LogPerson {
  const people = snapshots.toReversed().flatMap((snapshot) => snapshot.people)
  const name = people.find(({ id }) => id === seat.personId)?.name ?? seat.name
  return { role: seat.role, personId: seat.personId, name }
}
