import type { RoomSecret } from '../sealed/seal.ts'
import { keyStoreOf } from './keyStorage.ts'

/** A disk that does not answer must not keep a door from closing. */
const diskPatienceMs = 2000

/** Keeps the key of a closing that is under way, for a page that goes before the answer. Never rejects. */
export async function keepClosingKey(seat: string, secret: RoomSecret): Promise<void> {
  const keep = async () => (await keyStoreOf(seat)).keepClosing(secret, seat, 'phone')
  const patience = new Promise<void>((done) => setTimeout(done, diskPatienceMs))
  await Promise.race([keep().catch(() => undefined), patience])
}
