import { badField, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { toBytes } from '../secrets.ts'

/**
 * Whether who asks is inside the room of this conference: null with the door token of now, otherwise the answer to give. A
 * room that is another one now and a wrong token are the same.
 */
export function notInside(
  { services, placed }: Pick<SeatContext, 'services' | 'placed'>,
  input: { readonly room: string; readonly doorToken: string },
): Answer<never> | null {
  const doorToken = toBytes(input.doorToken, 32)
  if (doorToken === undefined) return badField('doorToken')
  const isRoom = placed.snapshot?.conference.room === input.room
  return isRoom && services.rooms.isInside(input.room, doorToken) ? null : refused
}
