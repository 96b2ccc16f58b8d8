import { Chacha20Poly1305 } from '@hpke/chacha20poly1305'
import { Dhkem, HkdfSha256Native, KemId, toUint8Array, XCurveDhkemPrimitives } from '@hpke/common'
import { CipherSuite } from '@hpke/core'
import { x25519 } from '@noble/curves/ed25519.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { RandomBytes } from './secureRandom.ts'

/*
 * Hybrid Public Key Encryption, RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305.
 *
 * The library takes its HKDF from `crypto.subtle`, in the key schedule and inside its KEM. A page on plain http has no
 * `crypto.subtle`, so both get an HKDF of noble here. Must stay true: the RFC's vectors pass with it removed.
 */

type Bytes = ArrayBufferLike | ArrayBufferView

class NobleHkdfSha256 extends HkdfSha256Native {
  override extract(salt: Bytes, ikm: Bytes): Promise<ArrayBuffer> {
    return Promise.resolve(bufferOf(extract(sha256, toUint8Array(ikm), toUint8Array(salt))))
  }

  override expand(prk: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    return Promise.resolve(bufferOf(expand(sha256, toUint8Array(prk), toUint8Array(info), length)))
  }

  override async extractAndExpand(
    salt: Bytes,
    ikm: Bytes,
    info: Bytes,
    length: number,
  ): Promise<ArrayBuffer> {
    return this.expand(await this.extract(salt, ikm), info, length)
  }
}

type Curve = ConstructorParameters<typeof XCurveDhkemPrimitives>[2]

/** The library's shape of a curve, over noble's X25519, which refuses the points that give a known secret. */
const curve: Pick<Curve, 'getPublicKey' | 'getSharedSecret' | 'utils'> = {
  getPublicKey: (secretKey) => x25519.getPublicKey(secretKey),
  getSharedSecret: (secretKey, publicKey) => x25519.getSharedSecret(secretKey, publicKey),
  utils: { randomSecretKey: () => Promise.resolve(x25519.utils.randomSecretKey()) },
}

class NobleDhkemX25519 extends Dhkem {
  override readonly secretSize = 32
  override readonly encSize = 32
  override readonly publicKeySize = 32
  override readonly privateKeySize = 32

  constructor() {
    const kdf = new NobleHkdfSha256()
    const primitives = new XCurveDhkemPrimitives('X25519', 32, curve as Curve, kdf)
    super(KemId.DhkemX25519HkdfSha256, primitives, kdf)
  }
}

/** A fresh cipher suite. Two do not share state, so one per use is safe. */
export function makeHpkeSuite(): CipherSuite {
  return new CipherSuite({
    kem: new NobleDhkemX25519(),
    kdf: new NobleHkdfSha256(),
    aead: new Chacha20Poly1305(),
  })
}

/** Bytes of a public key, and of an encapsulated key. */
export const publicKeyBytes = 32

/** An X25519 key pair, as bytes. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }

/** A new key pair. */
export function makeKeyPair(random: RandomBytes): KeyPair {
  const privateKey = random(32)
  return { privateKey, publicKey: x25519.getPublicKey(privateKey) }
}

/** What both sides of an HPKE exchange in PSK mode know beforehand. */
export type Shared = { readonly psk: Uint8Array; readonly pskId: Uint8Array; readonly info: Uint8Array }

/** One side of an exchange that has begun. `derive` gives both sides the same key for one purpose (RFC 9180, 5.3). */
export type HpkeSide = { derive(purpose: Uint8Array): Promise<Uint8Array> }

/** Seals to the holder of `publicKey`, who must know the pre-shared key too. Rejects on a public key that is no good one. */
export async function sendSealed(
  publicKey: Uint8Array,
  shared: Shared,
  plaintext: Uint8Array,
): Promise<HpkeSide & { readonly enc: Uint8Array; readonly ciphertext: Uint8Array }> {
  const suite = makeHpkeSuite()
  const context = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(publicKey),
    psk: { id: shared.pskId, key: shared.psk },
    info: shared.info,
  })
  const ciphertext = new Uint8Array(await context.seal(plaintext))
  return {
    enc: new Uint8Array(context.enc),
    ciphertext,
    derive: async (purpose) => new Uint8Array(await context.export(purpose, 32)),
  }
}

/** Opens what `sendSealed` made for this key pair, or gives undefined. Never rejects, on any bytes. */
export async function receiveSealed(
  keyPair: KeyPair,
  shared: Shared,
  enc: Uint8Array,
  ciphertext: Uint8Array,
): Promise<(HpkeSide & { readonly plaintext: Uint8Array }) | undefined> {
  try {
    const suite = makeHpkeSuite()
    const context = await suite.createRecipientContext({
      recipientKey: await keysOf(suite, keyPair),
      enc,
      psk: { id: shared.pskId, key: shared.psk },
      info: shared.info,
    })
    const plaintext = new Uint8Array(await context.open(ciphertext))
    return { plaintext, derive: async (purpose) => new Uint8Array(await context.export(purpose, 32)) }
  } catch {
    return undefined
  }
}

/** Seals to the holder of `to`, so that the holder knows that it came from `from` (mode Auth). Rejects on a bad public key. */
export async function sealFrom(
  from: KeyPair,
  to: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
): Promise<{ readonly enc: Uint8Array; readonly ciphertext: Uint8Array }> {
  const suite = makeHpkeSuite()
  const { ct, enc } = await suite.seal(
    {
      recipientPublicKey: await suite.kem.deserializePublicKey(to),
      senderKey: await keysOf(suite, from),
      info,
    },
    plaintext,
  )
  return { enc: new Uint8Array(enc), ciphertext: new Uint8Array(ct) }
}

/** Opens what `sealFrom` made for this key pair with this sender, or gives undefined. Never rejects, on any bytes. */
export async function openFrom(
  keyPair: KeyPair,
  from: Uint8Array,
  info: Uint8Array,
  enc: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const suite = makeHpkeSuite()
    const senderPublicKey = await suite.kem.deserializePublicKey(from)
    const recipientKey = await keysOf(suite, keyPair)
    return new Uint8Array(await suite.open({ recipientKey, enc, senderPublicKey, info }, ciphertext))
  } catch {
    return undefined
  }
}

async function keysOf(suite: CipherSuite, { publicKey, privateKey }: KeyPair): Promise<CryptoKeyPair> {
  return {
    publicKey: await suite.kem.deserializePublicKey(publicKey),
    privateKey: await suite.kem.deserializePrivateKey(privateKey),
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer
}
