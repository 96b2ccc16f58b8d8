import { call } from '../api/call.ts'
import { parseBase64url, toBase64url } from '../sealed/base64url.ts'
import { createKeyStore, type KeyStore } from '../sealed/keyStore.ts'
import { createOutbox, type Outbox } from '../sealed/outbox.ts'
import { openSealedDatabase, type SealedDatabase } from '../sealed/sealedDatabase.ts'
import { secureRandom } from '../sealed/secureRandom.ts'

const halfBytes = 32
let opened: Promise<SealedDatabase> | undefined

/** The database of the sealed layer, opened once a page. A failure is not remembered: the next asking tries again. */
export function sealedDatabase(): Promise<SealedDatabase> {
  opened ??= openSealedDatabase().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** The stored keys of one seat; the server gives its half to that seat only. */
export async function keyStoreOf(seat: string): Promise<KeyStore> {
  const fetchHalf = async ({ room, device }: { room: string; device: Uint8Array }) => {
    const answer = await call('keyHalf', { params: { seat }, input: { room, device: toBase64url(device) } })
    return answer.ok ? (parseBase64url(answer.value.half, halfBytes) ?? null) : null
  }
  return createKeyStore(await sealedDatabase(), fetchHalf, secureRandom)
}

/** An outbox that opens the database when it is first used. Where there is none, each call rejects. */
export function outboxOf(where: {
  readonly room: string
  readonly seat: string
  readonly page: string
}): Outbox {
  const box = async () => createOutbox(await sealedDatabase(), where, Date.now)
  return {
    keep: async (entry, instead) => (await box()).keep(entry, instead),
    remove: async (ids) => (await box()).remove(ids),
    takeOver: async () => (await box()).takeOver(),
    release: async () => (await box()).release(),
  }
}
