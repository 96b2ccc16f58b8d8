import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planHash } from './canonical.ts'
import {
  isSignedBy,
  newSigningKey,
  sign,
  signedBytes,
  type SignatureFacts,
  type SignatureMark,
} from './signature.ts'

const facts: SignatureFacts = {
  conference: 'c1',
  version: 2,
  hash: planHash('het plan'),
  person: { id: 'p1', name: 'Johan' },
  device: 'own',
  mark: {
    way: 'drawn',
    strokes: [
      [10, 20, 30, 40],
      [5, 6],
    ],
  },
}

const marks: readonly SignatureMark[] = [
  {
    way: 'drawn',
    strokes: [
      [10, 20, 30, 41],
      [5, 6],
    ],
  },
  { way: 'drawn', strokes: [[10, 20, 30, 40, 5, 6]] },
  { way: 'typed', text: 'Johan' },
  { way: 'picture', picture: 'vis', colour: 'oranje' },
  { way: 'picture', picture: 'vis', colour: 'blauw' },
  { way: 'paper' },
]

/** Every fact changed, one at a time. */
const changed: readonly SignatureFacts[] = [
  { ...facts, conference: 'c2' },
  { ...facts, version: 3 },
  { ...facts, hash: planHash('het plan.') },
  { ...facts, person: { id: 'p2', name: 'Johan' } },
  { ...facts, person: { id: 'p1', name: 'Johann' } },
  ...(['board', 'borrowed', 'paper'] as const).map((device) => ({ ...facts, device })),
  ...marks.map((mark) => ({ ...facts, mark })),
]

const key = new Uint8Array(32).map((_, i) => i)

describe('a signature', () => {
  it('[VS1] is over one version, person, way and device: with any of them changed it is none', () => {
    const { publicKey, signature } = sign(facts, key)
    expect(isSignedBy(facts, publicKey, signature)).toBe(true)
    expect(changed.filter((other) => isSignedBy(other, publicKey, signature))).toEqual([])
    // The control: each of them can be signed.
    for (const other of changed) {
      const own = sign(other, key)
      expect(isSignedBy(other, own.publicKey, own.signature)).toBe(true)
    }
    expect(new Set([facts, ...changed].map((one) => sign(one, key).signature)).size).toBe(changed.length + 1)
  })

  it('[VS1] is by one key, and every digit of it counts', () => {
    const { publicKey, signature } = sign(facts, key)
    const other = sign(
      facts,
      newSigningKey((n) => new Uint8Array(n).fill(9)),
    )
    expect(isSignedBy(facts, other.publicKey, signature)).toBe(false)
    const slips = Array.from(signature, (digit, i) => {
      const slip = ((parseInt(digit, 16) + 1) % 16).toString(16)
      return signature.slice(0, i) + slip + signature.slice(i + 1)
    })
    expect(slips.filter((slip) => isSignedBy(facts, publicKey, slip))).toEqual([])
  })

  it('[VS1] malformed keys and signatures are none, without a throw', () => {
    const { publicKey, signature } = sign(facts, key)
    const bad = [
      '',
      '0',
      'zz',
      'z'.repeat(64),
      publicKey.slice(2),
      `${publicKey}00`,
      `${signature}00`,
      signature.slice(2),
    ]
    expect(
      bad.filter((one) => isSignedBy(facts, one, signature) || isSignedBy(facts, publicKey, one)),
    ).toEqual([])
    // A key of small order, with which one signature would do for every plan.
    const identity = `01${'0'.repeat(62)}`
    expect(isSignedBy(facts, identity, identity + '0'.repeat(64))).toBe(false)
  })

  it('[VS1] is Ed25519: the key of RFC 8032, 7.1, test 1, and another library finds it good', () => {
    const secret = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
    const known = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
    const { publicKey, signature } = sign(facts, Uint8Array.from(Buffer.from(secret, 'hex')))
    expect(publicKey).toBe(known)
    const x = Buffer.from(known, 'hex').toString('base64url')
    const theirs = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, signedBytes(facts), theirs, Buffer.from(signature, 'hex'))).toBe(true)
    expect(verify(null, signedBytes({ ...facts, version: 3 }), theirs, Buffer.from(signature, 'hex'))).toBe(
      false,
    )
  })

  it('[VS1] is over these bytes, for ever', () => {
    const typed = { ...facts, hash: 'ab', mark: { way: 'typed', text: 'Ren\u00e9' } } as const
    expect(new TextDecoder().decode(signedBytes(typed))).toBe(
      `kringplan/signature/v1|{"conference":"c1","device":"own","hash":"ab","mark":"${planHash('{"text":"Ren\u00e9","way":"typed"}')}",` +
        `"person":{"id":"p1","name":"Johan"},"version":2}`,
    )
  })
})
