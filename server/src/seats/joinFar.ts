import type { Joined } from '@kringplan/shared/contract/joining'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import { notInside } from '../conference/proof.ts'
import type { Snapshot } from '../conference/snapshot.ts'
import { badField, refused, type Answer } from '../http/answer.ts'
import { nowText, type PublicContext, type SeatContext } from '../http/context.ts'
import { hashOf, isSecretOf, newSecret } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import { askForSeat } from './askForSeat.ts'
import type { FarPerson, FoundLink } from './farLinks.ts'
import { heldSeats } from './held.ts'

/*
 * The link that somebody inside makes for one person far away, and what it opens: a seat that stands before the closed
 * door. The key comes by the four words alone [JN8].
 */

const tooMany = { ok: false, refusal: 'tooMany' } as const
const failed = { ok: false, refusal: 'failed' } as const
const unknownLink = { ok: false, refusal: 'unknownLink' } as const
/** Somebody was first. */
const used = { ok: false, refusal: 'stale' } as const

/** Makes a link, for who proves to be inside. */
export async function farLink(
  context: SeatContext,
  input: Parsed<'farLink'>,
): Promise<Answer<Output<'farLink'>>> {
  const { services, placed, seat } = context
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  const { room, who } = input
  const { snapshot } = placed
  const epoch = services.rooms.epochOf(room)
  if (snapshot === null || epoch === undefined) return refused
  const name = nameOf(snapshot, who)
  if (name === undefined) return badField('who')
  const wish = { conferenceId: snapshot.conference.id, room, epoch, who }
  if (!services.farLinks.mayMake(wish)) return tooMany
  const personId = 'personId' in who ? who.personId : null
  try {
    // First: no link works of which the circle does not read who made it, and the one before goes on until then.
    await services.doorLog.invited(seat.id, room, { role: 'member', personId, name })
  } catch {
    // Not thrown on: the server's own log tells nothing of the inside.
    return failed
  }
  const made = services.farLinks.make(wish)
  if (made === undefined) return tooMany
  return { ok: true, value: { link: made.text, until: made.until.toISOString() } }
}

/** Whom a link is for. Changes nothing, and shows nobody else [JN4]. */
export async function peekFar(
  context: PublicContext,
  input: Parsed<'peekFar'>,
): Promise<Answer<Output<'peekFar'>>> {
  const found = await findLink(context, input.link)
  if (!found.ok) return found
  const { snapshot, link, name } = found.value
  if (!isOpenTo(context, snapshot, link, input.proof)) return used
  const person = snapshot.people.find(({ id }) => 'personId' in link.who && id === link.who.personId)
  return {
    ok: true,
    value: { circle: snapshot.conference.circle, name, language: person?.language ?? null },
  }
}

/**
 * "Yes, that is me": a seat before the door, once. The browser that got it is answered with it again. Where the answer was
 * lost, and the cookie with it, the phone knows its own number still, and gets the seat with a new secret.
 */
export async function joinFar(
  context: PublicContext,
  input: Parsed<'joinFar'>,
): Promise<Answer<Output<'joinFar'>>> {
  const { hub, farLinks } = context.services
  const found = await findLink(context, input.link)
  if (!found.ok) return found
  let taken: string | undefined
  try {
    const { conference } = found.value.snapshot
    return await hub.change<Output<'joinFar'>>(conference.id, async (tx, snapshot) => {
      const now = judge(context, snapshot, input.link)
      if (!now.ok) return now
      const { link } = now.value
      if (!isOpenTo(context, snapshot, link, input.proof)) return used
      const standing: Joined['standing'] = 'pending'
      const { who, room, usedBy } = link
      if (usedBy !== null) {
        if (!isHeld(context, snapshot, usedBy)) await giveAgain(context, tx, usedBy)
        return { ok: true, value: { seat: usedBy, standing, room } }
      }
      const joined = await askForSeat(context, tx, snapshot, { who, language: input.language })
      if (!joined.ok) return joined
      // In its turn: of two at the same moment the second finds it used.
      taken = joined.value.seat
      const isNew = snapshot.seats.every(({ id }) => id !== taken)
      const earlier = farLinks.madeFor(link).filter((id) => id !== taken)
      farLinks.use(input.link, { seat: taken, isNew, proofHash: hashOf(input.proof) })
      await endWaiting(context, tx, snapshot, earlier)
      return { ok: true, value: { ...joined.value, room } }
    })
  } catch (error) {
    if (taken !== undefined) farLinks.free(input.link, taken)
    throw error
  }
}

interface Found {
  readonly snapshot: Snapshot
  readonly link: FoundLink
  readonly name: string
}

async function findLink(context: PublicContext, text: string): Promise<Answer<Found>> {
  const { hub, farLinks, limits } = context.services
  if (!limits.lookups.take(context.address)) return tooMany
  const link = farLinks.find(text)
  const snapshot = link === undefined ? undefined : await hub.snapshot(link.conferenceId)
  return snapshot === undefined ? unknownLink : judge(context, snapshot, text)
}

/** Whether it works behind the door of now: another room, a next key and an open door end it. */
function judge({ services }: PublicContext, snapshot: Snapshot, text: string): Answer<Found> {
  const link = services.farLinks.find(text)
  const { conference } = snapshot
  if (link === undefined || !isDoorClosed(conference) || conference.room !== link.room) return unknownLink
  if (services.rooms.epochOf(link.room) !== link.epoch) return unknownLink
  const name = nameOf(snapshot, link.who)
  return name === undefined ? unknownLink : { ok: true, value: { snapshot, link, name } }
}

/** Nobody used it yet, or this very browser did, or the phone whose answer was lost. */
function isOpenTo(context: PublicContext, snapshot: Snapshot, link: FoundLink, proof?: string): boolean {
  const { usedBy, proofHash } = link
  if (usedBy === null || isHeld(context, snapshot, usedBy)) return true
  // A seat that came in had its cookie: nothing was lost, and the number alone is no second key to it.
  const waits = snapshot.seats.some(
    (seat) => seat.id === usedBy && !seat.ended && seat.standing === 'pending',
  )
  return waits && proof !== undefined && proofHash !== null && isSecretOf(proof, proofHash)
}

const isHeld = ({ cookies }: PublicContext, snapshot: Snapshot, seat: string): boolean =>
  heldSeats(cookies, snapshot).some(({ id }) => id === seat)

/** The seat whose answer was lost, with a new secret: the old one works no more. */
async function giveAgain({ services, cookies }: PublicContext, tx: Tx, seat: string): Promise<void> {
  const secret = newSecret(services.random)
  await tx
    .updateTable('seats')
    .set({ secretHash: hashOf(secret) })
    .where('id', '=', seat)
    .execute()
  cookies.give('seat', seat, secret)
}

/**
 * Ends what earlier links for this person made and what was not let in since: nobody is asked about twice for one person. A
 * further device of a person waits also when it is inside, and which of the two it is no row may tell [LG6]: it stays.
 */
async function endWaiting(
  { services }: PublicContext,
  tx: Tx,
  snapshot: Snapshot,
  ids: readonly string[],
): Promise<void> {
  const waiting = snapshot.seats.filter(
    ({ id, ended, standing, how }) => ids.includes(id) && !ended && standing === 'pending' && how !== 'again',
  )
  for (const { id } of waiting) {
    await tx
      .updateTable('seats')
      .set({ endedAt: nowText(services) })
      .where('id', '=', id)
      .execute()
  }
}

/** Only members are let in to the private time. */
function nameOf(snapshot: Snapshot, who: FarPerson): string | undefined {
  if ('name' in who) return who.name
  return snapshot.people.find(({ id, role }) => id === who.personId && role === 'member')?.name
}
