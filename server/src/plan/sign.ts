import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { SIGN_LATER_MS } from '@kringplan/shared/contract/seatView'
import { isColourId, isPictureId } from '@kringplan/shared/conference/palette'
import { isSignedBy } from '@kringplan/shared/plan/signature'
import type { PersonFacts, SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext } from '../http/context.ts'
import { newId } from '../secrets.ts'

/**
 * Signs the version of now. Another version or hash is `stale`: what was read is not what stands there. A person signs with an own seat;
 * the board takes signatures of everybody in the room, and paper is ticked by the board or a member, never by the coordinator.
 */
export function sign(context: SeatContext, input: Parsed<'sign'>): Promise<Answer<Output<'sign'>>> {
  const { services, seat } = context
  return context.change(async (tx, snapshot) => {
    const version = snapshot.plan.versions.at(-1)
    if (version === undefined) return refused
    if (version.number !== input.version || version.hash !== input.hash)
      return { ok: false, refusal: 'stale' }
    const person = snapshot.people.find(({ id }) => id === input.personId)
    if (person === undefined || !maySign(person, snapshot) || !mayGive(seat, input)) return refused
    if (isOver(snapshot, seat, services.clock.now().getTime())) return refused
    const { id: personId, name } = person
    if (snapshot.plan.signatures.some((given) => given.personId === personId)) {
      return { ok: false, refusal: 'stale', field: 'personId' }
    }
    const { mark, device, publicKey, signature } = input
    if (mark.way === 'picture' && !(isPictureId(mark.picture) && isColourId(mark.colour)))
      return badField('mark')
    const conference = snapshot.conference.id
    const facts = {
      conference,
      version: version.number,
      hash: version.hash,
      person: { id: personId, name },
      device,
      mark,
    }
    if (!isSignedBy(facts, publicKey, signature)) return badField('signature')
    await tx
      .insertInto('signatures')
      .values({
        id: newId(services.random),
        conferenceId: conference,
        number: version.number,
        personId,
        seatId: seat.id,
        name,
        device,
        way: mark.way,
        mark: JSON.stringify(mark),
        publicKey,
        signature,
        signedAt: nowText(services),
      })
      .execute()
    return done
  })
}

/** Takes a signature back, as long as the circle has not said "klaar": the own one, or from the board one of the room. */
export function unsign(context: SeatContext, input: Parsed<'unsign'>): Promise<Answer<Output<'unsign'>>> {
  const { seat } = context
  return context.change(async (tx, snapshot) => {
    const given = snapshot.plan.signatures.find(({ personId }) => personId === input.personId)
    // What they took back was under other words than those of now.
    if (given?.number !== input.version) return { ok: false, refusal: 'stale' }
    const isInRoom = given.device === 'board' || given.device === 'paper'
    if (seat.role === 'board' ? !isInRoom : given.personId !== seat.personId) return refused
    await tx
      .deleteFrom('signatures')
      .where('conferenceId', '=', snapshot.conference.id)
      .where('number', '=', given.number)
      .where('personId', '=', given.personId)
      .execute()
    return done
  })
}

/** Whether this person is one of those who sign: the circle, and who takes part throughout. */
function maySign(person: PersonFacts, { conference }: Snapshot): boolean {
  if (person.role === 'member') return true
  return person.role === 'professional' && conference.setting === 'together'
}

/** Whether this seat can give this signature. */
function mayGive(seat: SeatFacts, { personId, device, mark }: Parsed<'sign'>): boolean {
  if ((device === 'paper') !== (mark.way === 'paper')) return false
  if (device === 'paper') return seat.role === 'board' || seat.role === 'member'
  if (seat.role === 'board') return device === 'board'
  return seat.personId === personId && device !== 'board'
}

/** After "klaar" only who has not signed yet can, at home, for a while. */
function isOver({ conference }: Snapshot, seat: SeatFacts, now: number): boolean {
  if (conference.phase !== 'followUp') return false
  return seat.role === 'board' || now - Date.parse(conference.since) > SIGN_LATER_MS
}
