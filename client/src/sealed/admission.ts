import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@kringplan/shared/sealed/envelope'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { type Admission, decodeAdmission, encodeAdmission } from './admissionPayload.ts'
import { parseBase64url, toBase64url } from './base64url.ts'
import { type DoorCard, makeDoorCard } from './doorCard.ts'
import { publicKeyBytes, receiveSealed, sendSealed, type Shared } from './hpke.ts'
import type { RoomSecret } from './seal.ts'
import { openBox, sealBox } from './secretBox.ts'
import type { RandomBytes } from './secureRandom.ts'

/*
 * Coming in. Who scans the card knocks: HPKE in PSK mode to the card's public key, with the card's secret as the
 * pre-shared key. The answer comes back under a key that only the two ends of that exchange can derive.
 *
 * 1. Without the secret nobody can knock in a way that the holder sees, and nobody can answer a knock: not the server.
 * 2. Without the holder's private key, which is gone when the window closes, a recording and a photo of the card open nothing.
 * 3. Nothing here lets anybody in by itself: a knock is a name on a screen until a person inside says yes.
 */

/** Who knocks, in their own words: the name is a claim, which people in the room judge. */
export type Knock = {
  readonly name: string
  readonly participantId: string | null
  readonly seatId: string
  readonly device: 'phone' | 'board'
  /** Kept for handing out a next key without a card. */
  readonly devicePub?: Uint8Array
}

const purposes = { admit: encodeUtf8('kringplan/admit/v1') }
/** Knocks are filled up to this many bytes, so that their size does not tell the length of a name. */
const knockTextBytes = 512
const maxNameLength = 80

/** One knock on its way: what to send, and how to read the answer. */
export type SentKnock = {
  readonly knockId: Uint8Array
  readonly bytes: Uint8Array
  /** The answer of the holder of the card, or undefined when these bytes are not that. */
  openAnswer(bytes: Uint8Array): Admission | undefined
}

/** Makes a knock for the card that was scanned. Rejects when the card's key is none. */
export async function makeKnock(
  room: string,
  card: DoorCard,
  knock: Knock,
  random: RandomBytes,
): Promise<SentKnock> {
  const sent = await sendSealed(card.publicKey, sharedOf(room, card), encodeKnock(knock))
  const answerKey = await sent.derive(purposes.admit)
  const knockId = random(sealedLimits.knockIdBytes)
  return {
    knockId,
    bytes: concatBytes(sent.enc, sent.ciphertext),
    openAnswer: (bytes) => {
      const plain = openBox(answerKey, answerContext(room, card), bytes)
      return plain === undefined ? undefined : decodeAdmission(plain)
    },
  }
}

/** A knock that the holder of the card has read. */
export type ReadKnock = {
  readonly knock: Knock
  /** The answer that lets this device in, or undefined when the window is closed by now. */
  admit(admission: Admission): Uint8Array | undefined
}

/** The time in which a card lets people knock. It ends for good with `close`. */
export type DoorWindow = {
  readonly card: DoorCard
  /** Reads a knock. Undefined when it was not made with this card, or the window is closed. */
  read(bytes: Uint8Array): Promise<ReadKnock | undefined>
  /** Forgets the private key and the secret: nobody comes in with this card any more, nor answers an earlier knock. */
  close(): void
}

/** Opens a window with a card of its own. */
export function openDoorWindow(secret: Pick<RoomSecret, 'room' | 'epoch'>, random: RandomBytes): DoorWindow {
  const { card, keyPair } = makeDoorCard('door', secret.epoch, random)
  const shared = sharedOf(secret.room, card)
  const context = answerContext(secret.room, card)
  let isOpen = true
  return {
    card,
    async read(bytes) {
      if (!isOpen) return undefined
      const side = await receiveSealed(
        keyPair,
        shared,
        bytes.subarray(0, publicKeyBytes),
        bytes.subarray(publicKeyBytes),
      )
      if (side === undefined) return undefined
      const knock = parseKnock(side.plaintext)
      const answerKey = await side.derive(purposes.admit)
      if (knock === undefined || !isOpen) return undefined
      return {
        knock,
        admit: (admission) =>
          isOpen ? sealBox(answerKey, context, encodeAdmission(admission), random) : undefined,
      }
    },
    close() {
      isOpen = false
      keyPair.privateKey.fill(0)
      shared.psk.fill(0)
      card.secret.fill(0)
    },
  }
}

/** A board that has forgotten and shows a card of its own. */
export type BoardCall = {
  readonly card: DoorCard
  /** Under this name the board waits at the relay; the phone works it out from the card. */
  readonly knockId: Uint8Array
  /** The key from the phone that scanned this card, or undefined. Works once. */
  openAnswer(bytes: Uint8Array): Promise<Admission | undefined>
}

/** Makes the one-time card of a board that has forgotten. */
export function makeBoardCall(room: string, random: RandomBytes): BoardCall {
  const { card, keyPair } = makeDoorCard('board', 1, random)
  let isUsed = false
  return {
    card,
    knockId: boardKnockId(card),
    async openAnswer(bytes) {
      if (isUsed) return undefined
      const side = await receiveSealed(
        keyPair,
        sharedOf(room, card),
        bytes.subarray(0, publicKeyBytes),
        bytes.subarray(publicKeyBytes),
      )
      const admission = side === undefined ? undefined : decodeAdmission(side.plaintext)
      if (admission === undefined || isUsed) return undefined
      isUsed = true
      keyPair.privateKey.fill(0)
      return admission
    },
  }
}

/** What a phone inside sends to the board whose card it scanned, after its person said yes. */
export async function answerBoard(
  room: string,
  card: DoorCard,
  admission: Admission,
): Promise<{ readonly knockId: Uint8Array; readonly bytes: Uint8Array }> {
  const sent = await sendSealed(card.publicKey, sharedOf(room, card), encodeAdmission(admission))
  return { knockId: boardKnockId(card), bytes: concatBytes(sent.enc, sent.ciphertext) }
}

/** The purpose, the room, the epoch and the window, so that a recording fits nowhere else. */
function sharedOf(room: string, card: DoorCard): Shared {
  const purpose = card.kind === 'door' ? 'knock' : 'board'
  return {
    psk: card.secret.slice(),
    pskId: encodeUtf8(`kringplan/card/v1|${card.kind}`),
    info: encodeUtf8(`kringplan/${purpose}/v1|${room}|${card.epoch}|${windowName(card)}`),
  }
}

function answerContext(room: string, card: DoorCard): string {
  return `kringplan/admit/v1|${room}|${card.epoch}|${windowName(card)}`
}

/** A window is named after its card's public key, which is new for every window. */
function windowName(card: DoorCard): string {
  return toBase64url(sha256(card.publicKey).subarray(0, 12))
}

function boardKnockId(card: DoorCard): Uint8Array {
  return sha256(encodeUtf8(`kringplan/board-knock/v1|${toBase64url(card.publicKey)}`)).slice(
    0,
    sealedLimits.knockIdBytes,
  )
}

function encodeKnock(knock: Knock): Uint8Array {
  const { devicePub, ...rest } = knock
  const text = JSON.stringify({ v: 1, ...rest, ...(devicePub ? { devicePub: toBase64url(devicePub) } : {}) })
  const bytes = encodeUtf8(text)
  if (bytes.length > knockTextBytes) throw new RangeError('knock too long')
  // JSON ignores spaces at the end.
  const out = new Uint8Array(knockTextBytes).fill(0x20)
  out.set(bytes)
  return out
}

function parseKnock(bytes: Uint8Array): Knock | undefined {
  let value: unknown
  try {
    value = JSON.parse(decodeUtf8(bytes))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { v, name, participantId, seatId, device, devicePub } = value as Record<string, unknown>
  if (v !== 1 || typeof name !== 'string' || name === '' || name.length > maxNameLength) return undefined
  if (typeof seatId !== 'string' || (device !== 'phone' && device !== 'board')) return undefined
  if (participantId !== null && typeof participantId !== 'string') return undefined
  const key = typeof devicePub === 'string' ? parseBase64url(devicePub, publicKeyBytes) : undefined
  return { name, participantId, seatId, device, ...(key ? { devicePub: key } : {}) }
}
