import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { toBytes, toText } from '../secrets.ts'
import { notInside } from './proof.ts'

/*
 * What the server keeps for the keys of a draft: halves and wraps, with which alone nothing opens. A room that is
 * not the room of this conference now is refused like everything else.
 */

const isRoomOf = (context: SeatContext, room: string): boolean =>
  context.placed.snapshot?.conference.room === room

/** The server's half for this device. */
export async function keyHalf(
  context: SeatContext,
  input: Parsed<'keyHalf'>,
): Promise<Answer<Output<'keyHalf'>>> {
  if (!isRoomOf(context, input.room)) return refused
  const half = await context.services.rooms.keyHalf(input.room, context.seat.id, input.device)
  return { ok: true, value: { half: toText(half) } }
}

/**
 * Takes the public key of this seat's device, and tells those of all seats that have not ended: a next key is given to
 * one only where the sealed document names the same, so that neither the server nor somebody inside adds one alone [GO9].
 */
export async function deviceKeys(
  context: SeatContext,
  input: Parsed<'deviceKeys'>,
): Promise<Answer<Output<'deviceKeys'>>> {
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  const { seat, services, placed } = context
  const [doorToken, key] = [toBytes(input.doorToken, 32), toBytes(input.key, 32)]
  if (key === undefined || doorToken === undefined) return badField('key')
  const named = await services.rooms.nameKey(input.room, doorToken, seat.id, key)
  if (named === undefined) return refused
  const keys = named
    .filter((one) => placed.snapshot?.seats.some(({ id, ended }) => id === one.seat && !ended))
    .map((one) => ({ seat: one.seat, key: toText(one.key) }))
  return { ok: true, value: { keys } }
}

/** Keeps the draft key, sealed under the paper key, for who proves to be inside. */
export async function storePaper(
  context: SeatContext,
  input: Parsed<'storePaper'>,
): Promise<Answer<Output<'storePaper'>>> {
  const doorToken = toBytes(input.doorToken, 32)
  if (doorToken === undefined) return badField('doorToken')
  const paperTokenHash = toBytes(input.paperTokenHash, 32)
  if (paperTokenHash === undefined) return badField('paperTokenHash')
  if (!isRoomOf(context, input.room)) return refused
  const wrap = new Uint8Array(Buffer.from(input.wrap, 'base64url'))
  const stored = await context.services.rooms.storePaper(input.room, doorToken, paperTokenHash, wrap)
  return stored ? done : refused
}

/** Gives the sealed key back to who knows the paper key. No paper and a wrong paper are the same. */
export async function fetchPaper(
  context: SeatContext,
  input: Parsed<'fetchPaper'>,
): Promise<Answer<Output<'fetchPaper'>>> {
  if (!context.services.limits.guesses.take(context.seat.id)) return { ok: false, refusal: 'tooMany' }
  const paperToken = toBytes(input.paperToken, 32)
  if (paperToken === undefined) return badField('paperToken')
  const kept = isRoomOf(context, input.room)
    ? await context.services.rooms.fetchPaper(input.room, paperToken)
    : undefined
  return kept === undefined ? refused : { ok: true, value: { wrap: toText(kept.wrap), epoch: kept.epoch } }
}
