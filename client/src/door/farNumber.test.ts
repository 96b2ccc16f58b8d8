import { describe, expect, it } from 'vitest'
import { farNumber, forgetFarNumber, readFarNumber, type NumberBox } from './farNumber.ts'

/** Bytes that differ from call to call. */
function counting() {
  let n = 0
  return (length: number) => new Uint8Array(length).fill((n += 1))
}

function makeTab(refuses = false) {
  const kept = new Map<string, string>()
  const guard = () => {
    if (refuses) throw new Error('no storage here')
  }
  return {
    kept,
    tab: {
      getItem: (key: string) => (guard(), kept.get(key) ?? null),
      setItem: (key: string, value: string) => (guard(), void kept.set(key, value)),
      removeItem: (key: string) => (guard(), void kept.delete(key)),
    },
  }
}

describe('the number of a phone that opens a link for somebody far away', () => {
  it('[JN8] is made once, and is the same after a reload of the tab', () => {
    const { tab } = makeTab()
    const random = counting()
    const box: NumberBox = { tab, page: undefined }
    expect(readFarNumber(box)).toBeUndefined()
    const number = farNumber(box, random)
    expect(number).toMatch(/^[\w-]{43}$/)
    expect(farNumber(box, random)).toBe(number)
    const reloaded: NumberBox = { tab, page: undefined }
    expect(readFarNumber(reloaded)).toBe(number)
    expect(farNumber(reloaded, random)).toBe(number)
  })

  it('[JN8] lives in the page where the tab keeps nothing', () => {
    for (const tab of [undefined, makeTab(true).tab]) {
      const random = counting()
      const box: NumberBox = { tab, page: undefined }
      const number = farNumber(box, random)
      expect(farNumber(box, random)).toBe(number)
      forgetFarNumber(box)
      expect(readFarNumber(box)).toBeUndefined()
    }
  })

  it('[JN8] is forgotten when the answer came: another link has another', () => {
    const { tab, kept } = makeTab()
    const random = counting()
    const box: NumberBox = { tab, page: undefined }
    const number = farNumber(box, random)
    expect(kept.size).toBe(1)
    forgetFarNumber(box)
    expect(kept.size).toBe(0)
    expect(farNumber(box, random)).not.toBe(number)
  })

  it('[JN8] something else in its place is no number', () => {
    const { tab, kept } = makeTab()
    const box: NumberBox = { tab, page: undefined }
    const number = farNumber(box, counting())
    for (const key of kept.keys()) kept.set(key, `${number}x`)
    expect(readFarNumber({ tab, page: undefined })).toBeUndefined()
  })
})
