import { parseBase64url, toBase64url } from './base64url.ts'
import { type KeyPair, makeKeyPair, publicKeyBytes } from './hpke.ts'
import type { RandomBytes } from './secureRandom.ts'

/** The library that does the exchange refuses a shorter secret. */
const cardSecretBytes = 32

/**
 * What stands in a code to scan: a public key of one window and a secret of one window. Neither is the room key, so a
 * photo of the code is worth nothing once the window is closed.
 *
 * - `door`: shown by a device inside; who scans it knocks.
 * - `board`: shown by a board that has forgotten; a phone inside that scans it gives it the key back.
 */
export type DoorCard = {
  readonly kind: 'door' | 'board'
  readonly publicKey: Uint8Array
  readonly secret: Uint8Array
  readonly epoch: number
}

/** A new card, and the private key that stays on the device that shows it. */
export function makeDoorCard(
  kind: DoorCard['kind'],
  epoch: number,
  random: RandomBytes,
): { readonly card: DoorCard; readonly keyPair: KeyPair } {
  const keyPair = makeKeyPair(random)
  return { card: { kind, publicKey: keyPair.publicKey, secret: random(cardSecretBytes), epoch }, keyPair }
}

/** The fragment of a card, with its `#`. A browser never sends a fragment to a server. */
export function formatDoorCard(card: DoorCard): string {
  const version = card.kind === 'door' ? '1' : 'b1'
  const epoch = card.epoch === 1 ? '' : `.${card.epoch}`
  return `#${version}.${toBase64url(card.publicKey)}.${toBase64url(card.secret)}${epoch}`
}

/**
 * The address to put in the code that people scan.
 * @param ticket for a phone that has no seat: with it the server gives one. It stands in the fragment too.
 */
export function formatDoorUrl(origin: string, room: string, card: DoorCard, ticket?: string): string {
  return `${origin}/d/${room}${formatDoorCard(card)}${ticket === undefined ? '' : `~${ticket}`}`
}

/** The link for one person far away. Its secret is no card: it brings somebody before the door, where four words are asked. */
export function formatFarUrl(origin: string, room: string, link: string): string {
  return `${origin}/d/${room}#l.${link}`
}

/** The secret of such a link in a fragment, if that is one. */
export function parseFarLink(fragment: unknown): string | undefined {
  if (typeof fragment !== 'string') return undefined
  return /^#?l\.([\w-]{22})$/.exec(fragment)?.[1]
}

/** The ticket in a fragment, if there is one. */
export function parseTicket(fragment: unknown): string | undefined {
  if (typeof fragment !== 'string' || fragment.length > 160) return undefined
  const ticket = fragment.split('~')[1]
  return ticket !== undefined && /^[\w-]{22}$/.test(ticket) ? ticket : undefined
}

/** Reads a fragment, with or without `#`. Undefined for everything that `formatDoorCard` never wrote; a ticket behind it is left alone. */
export function parseDoorCard(fragment: unknown): DoorCard | undefined {
  if (typeof fragment !== 'string' || fragment.length > 160) return undefined
  const [text = ''] = fragment.replace(/^#/, '').split('~')
  const [version, key, secretText, epochText, ...rest] = text.split('.')
  if ((version !== '1' && version !== 'b1') || key === undefined || secretText === undefined) return undefined
  const publicKey = parseBase64url(key, publicKeyBytes)
  const secret = parseBase64url(secretText, cardSecretBytes)
  const epoch = parseEpoch(epochText)
  if (publicKey === undefined || secret === undefined || epoch === undefined || rest.length > 0)
    return undefined
  return { kind: version === '1' ? 'door' : 'board', publicKey, secret, epoch }
}

/** Epoch 1 has no part of its own, so that the code on the wall of nearly every meeting is as coarse as can be. */
function parseEpoch(text: string | undefined): number | undefined {
  if (text === undefined) return 1
  if (!/^[1-9][0-9]{0,9}$/.test(text)) return undefined
  const epoch = Number(text)
  return epoch > 1 && epoch <= 0xffffffff ? epoch : undefined
}
