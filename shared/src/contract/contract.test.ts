import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionList } from '../policy/actions.ts'
import { isRefusal, refusals } from '../refusals.ts'
import { shouldRetry } from './closeCodes.ts'
import { CODE_DIGITS, CODE_LETTERS, makeCode, parseCode } from './codes.ts'
import { personName, questionText } from './fields.ts'
import { inputs } from './messages.ts'
import { routes } from './routes.ts'

describe('contract', () => {
  it('[CO1] every route has an input schema, and method and path of its own', () => {
    expect(Object.keys(inputs).toSorted()).toEqual(Object.keys(routes).toSorted())
    const lines = Object.values(routes).map((route) => `${route.method} ${route.path}`)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('[CO2] every route of a seat names an action of the policy', () => {
    for (const { access, path } of Object.values(routes)) {
      expect(access.kind === 'seat').toBe(path.startsWith('/api/seats/:seat/'))
      if (access.kind === 'seat') expect(actionList).toContain(access.action)
    }
  })

  it('[CO3] codes avoid signs that look like others, and typing is forgiven', () => {
    for (const sign of 'ILO01') expect(CODE_LETTERS + CODE_DIGITS).not.toContain(sign)
    const letters = [...CODE_LETTERS]
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }), (draws) => {
        let i = 0
        const code = makeCode((n) => (draws[i++] ?? 0) % n)
        expect(parseCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
      }),
    )
    expect(letters).toHaveLength(23)
    for (const wrong of ['', 'KAFT', 'KAFT-47366', 'KAF1-4736', 'KAFT-473O', '4736-KAFT']) {
      expect(parseCode(wrong)).toBeNull()
    }
  })

  it('[CO4] names: as people say them, in one line, never in disguise', () => {
    for (const good of ['tante Edith', 'Łukasz Żółć', 'Şirin', 'رِيا', 'oma 2', '李小龍']) {
      expect(personName.parse(`  ${good} `)).toBe(good.normalize('NFC'))
    }
    const disguises = ['', '   ', '...', 'a\u202Eb', 'a\u200Bb', 'a\u0000b', 'x'.repeat(41), '\u{1F600}']
    for (const bad of disguises) expect(personName.safeParse(bad).success).toBe(false)
    expect(personName.safeParse('x'.repeat(40)).success).toBe(true)
    expect(questionText.safeParse('x'.repeat(301)).success).toBe(false)
  })

  it('[CO5] an unknown key in a body is refused', () => {
    expect(inputs.call.safeParse({ reason: 'talk' }).success).toBe(true)
    expect(inputs.call.safeParse({ reason: 'talk', more: 1 }).success).toBe(false)
    expect(inputs.view.safeParse({ seat: 'x' }).success).toBe(false)
  })

  it('[RF1] the list of refusals is closed', () => {
    expect(isRefusal('refused')).toBe(true)
    for (const odd of ['toString', '', null, 7]) expect(isRefusal(odd)).toBe(false)
    expect(refusals.refused).toBe(403)
  })

  it('[CO6] a refusal is not retried, a lost connection is', () => {
    expect(shouldRetry(4403)).toBe(false)
    expect(shouldRetry(4400)).toBe(false)
    for (const code of [1006, 1012, 4205, 4429]) expect(shouldRetry(code)).toBe(true)
  })
})
