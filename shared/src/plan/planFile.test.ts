import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, planHash, spokenCode } from './canonical.ts'
import { planOf, verifyPlanFile } from './planFile.ts'
import { samplePlan, samplePlanFile } from './samplePlanFile.testkit.ts'
import { sign, type Signature } from './signature.ts'

/** Three are enough for every way of being moved, and are checked fast. */
const file = samplePlanFile({ signers: ['johan', 'vader', 'herman'] })

/** The file after a change of its JSON value. */
function changed(change: (copy: Record<string, unknown> & { signatures: Signature[] }) => void): unknown {
  const copy = JSON.parse(JSON.stringify(file)) as Record<string, unknown> & { signatures: Signature[] }
  change(copy)
  return copy
}

/** One sign of a text replaced by another one. */
const oneSignOff = (text: string) =>
  fc
    .record({ at: fc.nat({ max: text.length - 1 }), by: fc.integer({ min: 1, max: 0xffff }) })
    .map(({ at, by }) => {
      const sign = String.fromCharCode(text.charCodeAt(at) ^ by)
      return text.slice(0, at) + sign + text.slice(at + 1)
    })

const whoSigned = fc.nat({ max: file.signatures.length - 1 })

describe('verifyPlanFile', () => {
  it('[CP3] a file of a circle is good by what lies in it alone', () => {
    const verdict = verifyPlanFile(JSON.parse(JSON.stringify(file)))
    expect(verdict).toMatchObject({ good: true, faults: [], circle: 'De kring van Johan' })
    expect(verdict.plan).toEqual(samplePlan())
    expect(verdict.code).toBe(spokenCode(file.hash))
    expect(verdict.signatures.map(({ valid }) => valid)).toEqual(file.signatures.map(() => true))
  })

  it('[LG7] with the head of the log it is good too; another head is a fault of every signature', () => {
    const head = { seq: 12, head: 'ab'.repeat(32) }
    const withLog = (log: unknown, v = 2) => {
      const text = canonicalText({ ...planOf(file), v, log } as never)
      return { ...file, text, hash: planHash(text), signatures: [] }
    }
    expect(verifyPlanFile(withLog(head))).toMatchObject({ good: true, plan: { v: 2, log: head } })
    expect(verifyPlanFile({ ...withLog(head), signatures: file.signatures }).faults).toEqual(['signature'])
    for (const odd of [undefined, null, { seq: 1.5, head: head.head }, { seq: 1, head: 'zz' }, 'head']) {
      expect(verifyPlanFile(withLog(odd)).faults).toEqual(['notAPlan'])
    }
    // Of before there was a log: without one.
    expect(verifyPlanFile(withLog(undefined, 1)).good).toBe(true)
    expect(verifyPlanFile(withLog(head, 1)).faults).toEqual(['notAPlan'])
    expect(verifyPlanFile(withLog(head, 3)).faults).toEqual(['notAPlan'])
  })

  it('[CP4] any changed sign of the text is found', () => {
    fc.assert(
      fc.property(oneSignOff(file.text), (text) => {
        expect(verifyPlanFile({ ...file, text }).good).toBe(false)
        // Also for who makes the hash fit: then the signatures do not.
        expect(verifyPlanFile({ ...file, text, hash: planHash(text) }).good).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  it('[CP4] one letter of an agreement, with text and hash made anew, is a fault of every signature', () => {
    const plan = planOf(file)
    const agreements = plan.agreements.map((one, i) => (i === 0 ? { ...one, what: `${one.what}!` } : one))
    const text = canonicalText({ ...plan, agreements })
    const verdict = verifyPlanFile({ ...file, text, hash: planHash(text) })
    expect(verdict.faults).toEqual(['signature'])
    expect(verdict.signatures.some(({ valid }) => valid)).toBe(false)
  })

  it('[CP4] any changed sign of the hash is found', () => {
    fc.assert(
      fc.property(oneSignOff(file.hash), (hash) => {
        expect(verifyPlanFile({ ...file, hash }).faults).toContain('text')
      }),
      { numRuns: 30 },
    )
  })

  it('[CP4] any changed sign of a name, an id, a key or a signature is found', () => {
    const places = [
      (one: Signature) => ({ text: one.publicKey, put: (text: string) => ({ ...one, publicKey: text }) }),
      (one: Signature) => ({ text: one.signature, put: (text: string) => ({ ...one, signature: text }) }),
      (one: Signature) => ({
        text: one.person.name,
        put: (name: string) => ({ ...one, person: { ...one.person, name } }),
      }),
      (one: Signature) => ({
        text: one.person.id,
        put: (id: string) => ({ ...one, person: { ...one.person, id } }),
      }),
    ] as const
    for (const place of places) {
      const property = fc.property(
        whoSigned.chain((at) => {
          const { text, put } = place(file.signatures[at]!)
          return fc.tuple(fc.constant(at), oneSignOff(text).map(put))
        }),
        ([at, one]) => {
          const bad = changed(({ signatures }) => void (signatures[at] = one))
          expect(verifyPlanFile(bad).faults).toEqual(['signature'])
        },
      )
      fc.assert(property, { numRuns: 15 })
    }
  })

  it('[CP4] digits of a key or signature in capitals are another spelling, and no', () => {
    const one = file.signatures[0]!
    for (const part of ['publicKey', 'signature'] as const) {
      const bad = { ...one, [part]: one[part].toUpperCase() }
      expect(bad[part]).not.toBe(one[part])
      expect(verifyPlanFile({ ...file, signatures: [bad] }).good, part).toBe(false)
    }
  })

  it('[CP4] a changed mark or device is found', () => {
    const point = changed(({ signatures }) => {
      const drawn = signatures.find(({ mark }) => mark.way === 'drawn')!
      const mark = drawn.mark as unknown as { strokes: number[][] }
      mark.strokes[0]![0]! += 1
    })
    const typed = changed(({ signatures }) => {
      const one = signatures.find(({ mark }) => mark.way === 'typed')!
      Object.assign(one.mark, { text: 'Hermaan' })
    })
    const picture = changed(({ signatures }) => {
      const one = signatures.find(({ mark }) => mark.way === 'picture')!
      Object.assign(one.mark, { picture: 'boot' })
    })
    const device = changed(({ signatures }) => void Object.assign(signatures[0]!, { device: 'own' }))
    for (const bad of [point, typed, picture, device])
      expect(verifyPlanFile(bad).faults).toEqual(['signature'])
  })

  it('[CP4] a signature under another name, or with the key of somebody else, is found', () => {
    fc.assert(
      fc.property(whoSigned, whoSigned, (from, to) => {
        fc.pre(from !== to)
        const moved = changed(({ signatures }) => {
          signatures[to] = { ...signatures[from]!, person: signatures[to]!.person }
        })
        const key = changed(({ signatures }) => {
          signatures[to] = { ...signatures[to]!, publicKey: signatures[from]!.publicKey }
        })
        for (const bad of [moved, key]) {
          const { faults, signatures } = verifyPlanFile(bad)
          expect(faults).toEqual(['signature'])
          expect(signatures.map(({ valid }) => valid).indexOf(false)).toBe(to)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('[CP4] signatures of another version or another meeting are found', () => {
    const next = samplePlanFile({ version: 2 })
    expect(verifyPlanFile(next).good).toBe(true)
    expect(verifyPlanFile({ ...next, signatures: file.signatures }).faults).toEqual(['signature'])
    const one = file.signatures[0]!
    const elsewhere = sign(
      { conference: 'another', version: 1, hash: file.hash, ...one },
      new Uint8Array(32).fill(1),
    )
    expect(verifyPlanFile({ ...file, signatures: [{ ...one, ...elsewhere }] }).faults).toEqual(['signature'])
  })

  it('[CP3] nothing makes it throw, and what is no plan file is said to be none', () => {
    const broken: unknown[] = [
      null,
      7,
      'text',
      [],
      {},
      { ...file, format: 'kringplan/plan/v2' },
      { ...file, people: [null] },
      { ...file, signatures: [{}] },
      { ...file, text: '{"v":1,"version":1,"agreements":[1]}' },
      changed(
        ({ signatures }) => void Object.assign(signatures[0]!, { mark: { way: 'drawn', strokes: [7] } }),
      ),
    ]
    for (const value of broken)
      expect(verifyPlanFile(value).faults, JSON.stringify(value)).toEqual(['notAPlan'])
    fc.assert(fc.property(fc.jsonValue(), (value) => !verifyPlanFile(value).good))
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), fc.jsonValue(), (key, value) => {
        const { good } = verifyPlanFile({ ...file, [key]: value })
        const isUnsigned = ['circle', 'frozenAt', 'people', 'signatures'].includes(key)
        expect(good && !isUnsigned).toBe(false)
      }),
    )
  })
})
