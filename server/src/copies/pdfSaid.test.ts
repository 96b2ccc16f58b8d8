import { describe, expect, it } from 'vitest'
import { cleanText, said } from './pdfSaid.ts'

describe('text for the page', () => {
  it('[CP19] keeps every sign that can be seen', () => {
    const text = 'Şule’s plan: "50%" #1 \\ $5 — 10.00 uur\nen dan?'
    expect(cleanText(text)).toBe(text)
    expect(cleanText('می‌خواهم')).toBe('می‌خواهم')
  })

  it('[CP19] leaves out what has no sign of its own', () => {
    expect(cleanText('a\u0000b\u0007c\u202Ed\u2066e\uFE0Ff\uFEFFg\uFFFEh')).toBe('abcdefgh')
    expect(cleanText('a\uD83Db')).toBe('a\uFFFDb')
    expect(cleanText('a\tb\u2028c\r\nd')).toBe('a b\nc\nd')
    expect(cleanText('a\n\n\n\nb')).toBe('a\n\nb')
    expect(cleanText(`z${'\u0316'.repeat(500)}`)).toHaveLength(9)
  })

  it('[CP19] keeps the words of a text of a thousand lines, on fewer lines', () => {
    const words = Array.from({ length: 1000 }, (_, i) => `w${i}`)
    const lines = cleanText(words.join('\n'))
    expect(lines.split(/\s/)).toEqual(words)
    expect(lines.split('\n').length).toBeLessThan(70)
  })

  it('[CP14] breaks words that fit on no line, and no others, and never before a mark', () => {
    expect(said(`een ${'x'.repeat(40)} twee`).parts).toHaveLength(1)
    const long = 'é'.normalize('NFD').repeat(50)
    const { parts } = said(`een q̌${'q\u030C'.repeat(50)} twee`)
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.join('')).toBe(`een q̌${'q\u030C'.repeat(50)} twee`)
    for (const part of parts) expect(part).not.toMatch(/^\p{M}/u)
    expect(said(long).parts.join('')).toBe(long.normalize('NFC'))
  })

  it('[CP18] takes the direction of the first letter', () => {
    expect(said('10.00 رِيا met Ria').rtl).toBe(true)
    expect(said('Ria – رِيا').rtl).toBe(false)
    expect(said('123').rtl).toBe(false)
  })
})
