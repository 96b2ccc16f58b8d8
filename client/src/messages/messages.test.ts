import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (locale: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >

const parametersOf = (message: unknown): string[] => [
  ...new Set([...JSON.stringify(message).matchAll(/\{([a-z]\w*)\}/gi)].map((match) => match[1] ?? '')),
]

/** The texts of one message: one, or one for each plural form. */
const textsOf = (message: unknown): string[] => {
  if (typeof message === 'string') return [message]
  const variants = message as { match: Record<string, string> }[]
  return variants.flatMap((variant) => Object.values(variant.match))
}

const nl = read('nl')
const en = read('en')

describe('messages', () => {
  it('[UI2] both languages have the same messages with the same parameters', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl))
    for (const [key, message] of Object.entries(nl)) {
      expect(parametersOf(en[key]).toSorted(), key).toEqual(parametersOf(message).toSorted())
    }
  })

  it('[UI3] no Dutch sentence is longer than twelve words', () => {
    const tooLong = (text: string) =>
      text
        .split(/(?<=[.?!:])\s/)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > 12)
    expect(tooLong('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien')).toHaveLength(1)
    const found = Object.values(nl).flatMap(textsOf).flatMap(tooLong)
    expect(found).toEqual([])
  })

  it('[UI3] no word that the tone rules leave out', () => {
    const unwanted =
      /verplicht|ongeldig|fout|deelnemer|sessie|account|inlogcode|akkoord|ondertekenen|evaluatie/i
    expect(unwanted.test('Dit veld is verplicht')).toBe(true)
    const found = Object.values(nl)
      .flatMap(textsOf)
      .filter((text) => unwanted.test(text))
    expect(found).toEqual([])
  })
})
