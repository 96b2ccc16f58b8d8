import type {
  Anew,
  Common,
  EndedView,
  OpenView,
  OwnCall,
  Person,
  SeatView,
  Self,
} from '@kringplan/shared/contract/seatView'
import { ANEW_AFTER_MS } from '@kringplan/shared/contract/seatView'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { PersonFacts, SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { planState } from './planState.ts'
import { askOf, maySeat, personOf, seatsOf, takesPart } from '../conference/standing.ts'

/** What of the server's settings a screen is told. */
export interface ViewSettings {
  readonly demo: boolean
  readonly practice: boolean
}

const schemaVersion = SCHEMA_VERSION

/**
 * What the screen of a seat knows. Pure: the same snapshot gives the same bytes. While the door is closed it reads
 * nothing but the phase, the calls, the knock, the asking to start anew and what was fixed at the closing [VW1]; a seat that waits is told so only after.
 */
export function seatView(seat: SeatFacts, snapshot: Snapshot | null, settings: ViewSettings): SeatView {
  const self = selfOf(seat, snapshot)
  if (snapshot === null) return pairing(seat, self, settings)
  const { circle, phase } = snapshot.conference
  if (seat.ended || phase === 'closed') return { kind: 'ended', schemaVersion, circle }
  const { room, place } = snapshot.conference
  if (isDoorClosed(snapshot.conference)) {
    // Its devices go on in the version in which they began, also after an upgrade of this server [WB6].
    const version = snapshot.conference.roomSchema ?? schemaVersion
    const shown = { ...common(seat, self, snapshot, settings), schemaVersion: version }
    return { kind: 'closed', ...shown, room: room ?? '', place, anew: anewFor(seat, snapshot) }
  }
  if (seat.standing === 'pending') {
    const { practice } = settings
    return { kind: 'waiting', schemaVersion, self, circle, practice, ready: phase === 'followUp' }
  }
  if (seat.standing === 'outside')
    return { kind: 'outside', ...common(seat, self, snapshot, settings), place }
  return open(seat, self, snapshot, settings)
}

function pairing(seat: SeatFacts, self: Self, settings: ViewSettings): SeatView {
  if (seat.ended || seat.pairingCode === null)
    return { kind: 'ended', schemaVersion, circle: '' } satisfies EndedView
  return { kind: 'pairing', schemaVersion, self, code: seat.pairingCode, practice: settings.practice }
}

function selfOf(seat: SeatFacts, snapshot: Snapshot | null): Self {
  const person = snapshot === null ? undefined : personOf(seat, snapshot)
  const { id, role, personId, language } = seat
  return { seat: id, role, personId, name: person?.name ?? seat.name, language }
}

/** For a coordinator all calls of one person; for everybody else those that this very device made [CL2]. */
function ownCallsFor(seat: SeatFacts, snapshot: Snapshot): readonly OwnCall[] {
  const hears = seat.role === 'coordinator' && seat.standing !== 'pending'
  return snapshot.ownCalls
    .filter(({ seatId }) => hears || seatId === seat.id)
    .map(({ id, seatId, reason, answered }) => {
      const by = snapshot.seats.find((one) => one.id === seatId)
      const name = by === undefined ? '' : (personOf(by, snapshot)?.name ?? by.name)
      return { id, reason, name: reason === 'unsafe' ? null : name, answered }
    })
}

/** Told to the circle alone, and to nobody who waits for its yes [NW3]. */
function anewFor(seat: SeatFacts, snapshot: Snapshot): Anew | null {
  const anew = askOf(snapshot)
  const isCircle = seat.role === 'member' || seat.role === 'board'
  if (anew === null || !isCircle || seat.standing !== 'in') return null
  const by = snapshot.seats.find(({ id }) => id === anew.seatId)
  return {
    room: anew.room,
    seat: anew.seatId,
    personId: by?.personId ?? null,
    by: by === undefined ? '' : (personOf(by, snapshot)?.name ?? by.name),
    from: new Date(Date.parse(anew.askedAt) + ANEW_AFTER_MS).toISOString(),
  }
}

function common(seat: SeatFacts, self: Self, snapshot: Snapshot, settings: ViewSettings): Common {
  const { circle, setting, phase, since, revision } = snapshot.conference
  const namesOf = (role: PersonFacts['role']) =>
    snapshot.people.filter((person) => person.role === role).map(({ name }) => name)
  return {
    schemaVersion,
    self,
    circle,
    demo: settings.demo,
    practice: settings.practice,
    hasDoor: setting === 'withDoor',
    coordinators: namesOf('coordinator'),
    professionals: namesOf('professional'),
    phase,
    since,
    revision,
    call: snapshot.call,
    ownCalls: ownCallsFor(seat, snapshot),
    knock: snapshot.knock,
  }
}

function open(seat: SeatFacts, self: Self, snapshot: Snapshot, settings: ViewSettings): OpenView {
  const { id, modelId, question, startsAt, place, joinCode } = snapshot.conference
  const nameOf = (personId: string | null) => snapshot.people.find((person) => person.id === personId)?.name
  const answers = maySeat(seat, snapshot, 'join.answer')
  return {
    kind: 'open',
    ...common(seat, self, snapshot, settings),
    conferenceId: id,
    modelId,
    question,
    startsAt,
    place,
    people: snapshot.people.map((person) => personView(person, snapshot)),
    gone: snapshot.gone,
    points: snapshot.points.map(({ id: pointId, personId, kind, text }) => ({
      id: pointId,
      personId,
      by: nameOf(personId) ?? '',
      kind,
      text,
    })),
    waiting: answers
      ? snapshot.seats
          .filter((waiting) => waiting.standing === 'pending' && !waiting.ended)
          .map((waiting) => ({
            id: waiting.id,
            name: nameOf(waiting.personId) ?? waiting.name,
            how: howOf(waiting, snapshot),
          }))
      : [],
    joinCode: answers ? joinCode : null,
    plan: planState(seat, snapshot),
    boards: snapshot.seats.filter(({ role, ended }) => role === 'board' && !ended).length,
    preparation: maySeat(seat, snapshot, 'conference.edit') ? snapshot.preparation : null,
  }
}

/** Why a device waits, as it is now: another device of the same person may have come in since it asked. */
function howOf(waiting: SeatFacts, snapshot: Snapshot): SeatFacts['how'] {
  return waiting.personId !== null && takesPart(snapshot, waiting.personId) ? 'again' : waiting.how
}

function personView(person: PersonFacts, snapshot: Snapshot): Person {
  const { id, name, role, mainPerson, picture, colour, language } = person
  const here = seatsOf(snapshot, id).some(({ standing }) => standing === 'in')
  return { id, name, role, mainPerson, picture, colour, language, here }
}
