import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { planHash } from './canonical.ts'

/*
 * A signature: Ed25519 (RFC 8032) by the key of the seat over one version of the plan, with who, how and on whose
 * device. A family's promise; nobody's identity is checked, and nothing here calls it legally valid.
 */

/** How somebody signed. On paper there is only ink: who ticks it says so with the own key. */
export const signatureWays = ['drawn', 'typed', 'picture', 'paper'] as const
export type SignatureWay = (typeof signatureWays)[number]

/** On whose device: the own one, the board, somebody else's phone with the own card, or none (paper). */
export const signatureDevices = ['own', 'board', 'borrowed', 'paper'] as const
export type SignatureDevice = (typeof signatureDevices)[number]

/** Largest drawing: points of all strokes together. */
export const MAX_POINTS = 4000

/** The width and height in which the points of a drawing are whole numbers. */
export const DRAWING = { width: 600, height: 200 } as const

/**
 * What is seen of a signature. `strokes`: for each stroke x and y in turn, whole numbers within `DRAWING`.
 */
export type SignatureMark =
  | { readonly way: 'drawn'; readonly strokes: readonly (readonly number[])[] }
  | { readonly way: 'typed'; readonly text: string }
  | { readonly way: 'picture'; readonly picture: string; readonly colour: string }
  | { readonly way: 'paper' }

/** What a signature is about. */
export interface SignatureFacts {
  readonly conference: string
  readonly version: number
  /** Of the version, as `planHash` gives it. */
  readonly hash: string
  readonly person: { readonly id: string; readonly name: string }
  readonly device: SignatureDevice
  readonly mark: SignatureMark
}

/** A signature as it stands in the copy of the plan. Keys and signature in hexadecimal digits. */
export interface Signature {
  readonly person: { readonly id: string; readonly name: string }
  readonly device: SignatureDevice
  readonly mark: SignatureMark
  readonly publicKey: string
  readonly signature: string
  /** When the server took it, ISO 8601 UTC. Not part of what is signed. */
  readonly signedAt: string
}

/** The bytes that are signed: a fixed prefix, and the facts in canonical JSON with the mark by its hash. */
export function signedBytes({ conference, version, hash, person, device, mark }: SignatureFacts): Uint8Array {
  const markHash = planHash(canonicalize(mark) ?? '')
  const { id, name } = person
  const facts = { conference, version, hash, person: { id, name }, device, mark: markHash }
  return utf8ToBytes(`kringplan/signature/v1|${canonicalize(facts) ?? ''}`)
}

/** A new key of a seat. @param random gives that many random bytes */
export function newSigningKey(random: (n: number) => Uint8Array): Uint8Array {
  return random(32)
}

/** Signs with the key of this seat. */
export function sign(facts: SignatureFacts, secretKey: Uint8Array): { publicKey: string; signature: string } {
  return {
    publicKey: bytesToHex(ed25519.getPublicKey(secretKey)),
    signature: bytesToHex(ed25519.sign(signedBytes(facts), secretKey)),
  }
}

/** Whether a signature is over these facts by this key. Anything malformed is no, and so are capital digits: [CP4]. */
export function isSignedBy(facts: SignatureFacts, publicKey: string, signature: string): boolean {
  if (/[A-F]/.test(publicKey + signature)) return false
  try {
    return ed25519.verify(hexToBytes(signature), signedBytes(facts), hexToBytes(publicKey), { zip215: false })
  } catch {
    return false
  }
}
