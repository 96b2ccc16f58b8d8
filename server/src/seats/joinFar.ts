import type { Joined } from '@kringplan/shared/contract/joining'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import { notInside } from '../conference/proof.ts'
import type { Snapshot } from '../conference/snapshot.ts'
import { badField, refused, type Answer } from '../http/answer.ts'
import type { PublicContext, SeatContext } from '../http/context.ts'
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
  if (!isOpenTo(context, snapshot, link)) return used
  const person = snapshot.people.find(({ id }) => 'personId' in link.who && id === link.who.personId)
  return {
    ok: true,
    value: { circle: snapshot.conference.circle, name, language: person?.language ?? null },
  }
}

/**
 * "Yes, that is me": a seat before the door, once. The browser that got it is answered with it again, so that a tap whose
 * answer was lost on the way is no lost link.
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
      if (!isOpenTo(context, snapshot, link)) return used
      const standing: Joined['standing'] = 'pending'
      if (link.usedBy !== null) return { ok: true, value: { seat: link.usedBy, standing, room: link.room } }
      const { who, room } = link
      const joined = await askForSeat(context, tx, snapshot, { who, language: input.language })
      if (!joined.ok) return joined
      // In its turn: of two at the same moment the second finds it used.
      taken = joined.value.seat
      farLinks.use(input.link, taken)
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

/** Nobody used it yet, or this very browser did. */
function isOpenTo({ cookies }: PublicContext, snapshot: Snapshot, { usedBy }: FoundLink): boolean {
  return usedBy === null || heldSeats(cookies, snapshot).some(({ id }) => id === usedBy)
}

/** Only members are let in to the private time. */
function nameOf(snapshot: Snapshot, who: FarPerson): string | undefined {
  if ('name' in who) return who.name
  return snapshot.people.find(({ id, role }) => id === who.personId && role === 'member')?.name
}
