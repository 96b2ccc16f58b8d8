import { eraseRoom } from '../sealed/sealedDatabase.ts'
import { dropKey } from './heldKeys.ts'
import { sealedDatabase } from './keyStorage.ts'

/** Erases what this device has of a room for one seat: the conference has ended, or the seat has. Never rejects. */
export async function forgetRoom(seat: string, room: string): Promise<void> {
  dropKey(seat, room)
  try {
    await eraseRoom(await sealedDatabase(), room, seat)
  } catch {
    // No database here: then there is nothing to erase either.
  }
}
