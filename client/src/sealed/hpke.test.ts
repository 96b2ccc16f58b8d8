import { hexToBytes, bytesToHex } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeHpkeSuite, makeKeyPair, receiveSealed, sendSealed } from './hpke.ts'
import { secureRandom } from './secureRandom.ts'

// Vectors of RFC 9180, appendix A.2: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
const info = '4f6465206f6e2061204772656369616e2055726e'
const plain = '4265617574792069732074727574682c20747275746820626561757479'
const psk = '0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82'
const pskId = '456e6e796e20447572696e206172616e204d6f726961'
const vectors = [
  {
    name: 'A.2.1 base',
    enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
    skEm: 'f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600',
    pkRm: '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
    skRm: '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
    ct: '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
    next: '6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c',
    exported: '4bbd6243b8bb54cec311fac9df81841b6fd61f56538a775e7c80a9f40160606e',
    exportedTest: '5acb09211139c43b3090489a9da433e8a30ee7188ba8b0a9a1ccf0c229283e53',
  },
  {
    name: 'A.2.2 PSK',
    hasPsk: true,
    enc: '2261299c3f40a9afc133b969a97f05e95be2c514e54f3de26cbe5644ac735b04',
    skEm: '0c35fdf49df7aa01cd330049332c40411ebba36e0c718ebc3edf5845795f6321',
    pkRm: '13640af826b722fc04feaa4de2f28fbd5ecc03623b317834e7ff4120dbe73062',
    skRm: '77d114e0212be51cb1d76fa99dd41cfd4d0166b08caa09074430a6c59ef17879',
    ct: '4a177f9c0d6f15cfdf533fb65bf84aecdc6ab16b8b85b4cf65a370e07fc1d78d28fb073214525276f4a89608ff',
    next: '5c3cabae2f0b3e124d8d864c116fd8f20f3f56fda988c3573b40b09997fd6c769e77c8eda6cda4f947f5b704a8',
    exported: '813c1bfc516c99076ae0f466671f0ba5ff244a41699f7b2417e4c59d46d39f40',
    exportedTest: 'ad40e3ae14f21c99bfdebc20ae14ab86f4ca2dc9a4799d200f43a25f99fa78ae',
  },
  {
    name: 'A.2.3 auth',
    sender: {
      sk: '2def0cb58ffcf83d1062dd085c8aceca7f4c0c3fd05912d847b61f3e54121f05',
    },
    enc: 'f7674cc8cd7baa5872d1f33dbaffe3314239f6197ddf5ded1746760bfc847e0e',
    skEm: 'c94619e1af28971c8fa7957192b7e62a71ca2dcdde0a7cc4a8a9e741d600ab13',
    pkRm: '1a478716d63cb2e16786ee93004486dc151e988b34b475043d3e0175bdb01c44',
    skRm: '3ca22a6d1cda1bb9480949ec5329d3bf0b080ca4c45879c95eddb55c70b80b82',
    ct: 'ab1a13c9d4f01a87ec3440dbd756e2677bd2ecf9df0ce7ed73869b98e00c09be111cb9fdf077347aeb88e61bdf',
    next: '3265c7807ffff7fdace21659a2c6ccffee52a26d270c76468ed74202a65478bfaedfff9c2b7634e24f10b71016',
    exported: '070cffafd89b67b7f0eeb800235303a223e6ff9d1e774dce8eac585c8688c872',
    exportedTest: '1df39dc5dd60edcbf5f9ae804e15ada66e885b28ed7929116f768369a3f950ee',
  },
] as const

const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')
beforeEach(() => {
  // A page on plain http has no `crypto.subtle`.
  Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, get: () => undefined })
})
afterEach(() => {
  if (subtle) Object.defineProperty(Crypto.prototype, 'subtle', subtle)
})

describe('HPKE without crypto.subtle', () => {
  test.each(vectors)('[HP1] $name of RFC 9180: sealed, opened and exported as published', async (vector) => {
    expect(crypto.subtle).toBeUndefined()
    const suite = makeHpkeSuite()
    const { kem } = suite
    const publicKey = (hex: string) => kem.deserializePublicKey(hexToBytes(hex))
    const privateKey = (hex: string) => kem.deserializePrivateKey(hexToBytes(hex))
    const sender = 'sender' in vector ? vector.sender : undefined
    const pskOption = 'hasPsk' in vector ? { psk: { id: hexToBytes(pskId), key: hexToBytes(psk) } } : {}
    const skEm = await privateKey(vector.skEm)
    const out = await suite.createSenderContext({
      recipientPublicKey: await publicKey(vector.pkRm),
      info: hexToBytes(info),
      ekm: { privateKey: skEm, publicKey: await publicKey(vector.enc) },
      ...pskOption,
      ...(sender && { senderKey: await privateKey(sender.sk) }),
    })
    const senderPublicKey = sender && out.enc.byteLength === 32 ? await senderKeyOf(sender.sk) : undefined
    const into = await suite.createRecipientContext({
      recipientKey: { privateKey: await privateKey(vector.skRm), publicKey: await publicKey(vector.pkRm) },
      enc: hexToBytes(vector.enc),
      info: hexToBytes(info),
      ...pskOption,
      ...(senderPublicKey && { senderPublicKey: await kem.deserializePublicKey(senderPublicKey) }),
    })
    expect(hex(out.enc)).toBe(vector.enc)
    for (const [i, ct] of [vector.ct, vector.next].entries()) {
      const aad = new TextEncoder().encode(`Count-${i}`)
      expect(hex(await out.seal(hexToBytes(plain), aad))).toBe(ct)
      expect(hex(await into.open(hexToBytes(ct), aad))).toBe(plain)
    }
    for (const side of [out, into]) {
      expect(hex(await side.export(new Uint8Array(), 32))).toBe(vector.exported)
      expect(hex(await side.export(new TextEncoder().encode('TestContext'), 32))).toBe(vector.exportedTest)
    }
  })

  test('[HP2] both sides derive the same key; another secret, info, key pair or changed byte opens nothing', async () => {
    const keyPair = makeKeyPair(secureRandom)
    const shared = { psk: secureRandom(32), pskId: secureRandom(4), info: secureRandom(9) }
    const sent = await sendSealed(keyPair.publicKey, shared, secureRandom(50))
    const got = await receiveSealed(keyPair, shared, sent.enc, sent.ciphertext)
    const purpose = Uint8Array.of(1)
    expect(await got?.derive(purpose)).toEqual(await sent.derive(purpose))
    expect(await receiveSealed(makeKeyPair(secureRandom), shared, sent.enc, sent.ciphertext)).toBeUndefined()
    const other = { ...shared, psk: secureRandom(32) }
    expect(await receiveSealed(keyPair, other, sent.enc, sent.ciphertext)).toBeUndefined()
    const elsewhere = { ...shared, info: secureRandom(9) }
    expect(await receiveSealed(keyPair, elsewhere, sent.enc, sent.ciphertext)).toBeUndefined()
    const bad = sent.ciphertext.slice()
    bad[0] = (bad[0] ?? 0) ^ 1
    expect(await receiveSealed(keyPair, shared, sent.enc, bad)).toBeUndefined()
    expect(await receiveSealed(keyPair, shared, new Uint8Array(3), bad)).toBeUndefined()
  })

  test('[HP3] a public key that gives a known secret is refused', async () => {
    const shared = { psk: secureRandom(32), pskId: secureRandom(4), info: secureRandom(9) }
    await expect(sendSealed(new Uint8Array(32), shared, Uint8Array.of(1))).rejects.toThrow()
    expect(
      await receiveSealed(makeKeyPair(secureRandom), shared, new Uint8Array(32), new Uint8Array(40)),
    ).toBeUndefined()
    await expect(
      sendSealed(makeKeyPair(secureRandom).publicKey, shared, Uint8Array.of(1)),
    ).resolves.toBeDefined()
  })
})

function hex(bytes: ArrayBuffer): string {
  return bytesToHex(new Uint8Array(bytes))
}

async function senderKeyOf(secretKey: string): Promise<Uint8Array> {
  return makeKeyPair(() => hexToBytes(secretKey)).publicKey
}
