import { describe, expect, it } from 'vitest'
import { planName, pdfTexts, type PdfTexts } from './pdfTexts.ts'

const day = 'vrijdag 11 juni 2027'

/** Every text of a language, with something long in each gap. */
function all(words: PdfTexts): readonly string[] {
  const filled = [
    words.planOf('de kring van Johan'),
    words.forUsAnd('Sanne'),
    words.madeOn(day),
    words.partOf('tante Edith'),
    words.agreement(2),
    words.counts(1, 1),
    words.counts(12, 14),
    words.signedOn(day),
    words.signedBetween(day, day),
    words.signatureOf('tante Edith'),
    words.changedCopy('kringplan.example'),
    words.changedTalk('oom Herman of tante Edith'),
    words.version(1, 'KA 47 FT 36'),
    words.check('kringplan.example'),
    ...Object.values(words.ways),
  ]
  return [...filled, ...Object.values(words).filter((text): text is string => typeof text === 'string')]
}

describe('texts of the page', () => {
  it('[UI3] no Dutch sentence is longer than twelve words, and none has a word that is left out', () => {
    const unwanted = /verplicht|ongeldig|fout|deelnemer|sessie|account|akkoord|ondertekenen|evaluatie/i
    const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /\w/.test(word))
    const sentences = all(pdfTexts.nl).flatMap((text) => text.split(/(?<=[.?!:]) /))
    expect(sentences.length).toBeGreaterThan(30)
    expect(sentences.filter((sentence) => words(sentence).length > 12)).toEqual([])
    expect(sentences.filter((sentence) => unwanted.test(sentence))).toEqual([])
  })

  it('[UI2] both languages say something everywhere', () => {
    expect(Object.keys(pdfTexts.en)).toEqual(Object.keys(pdfTexts.nl))
    for (const words of Object.values(pdfTexts)) for (const text of all(words)) expect(text).not.toBe('')
  })

  it('[CP10] one person and one agreement are not many', () => {
    expect(pdfTexts.nl.counts(1, 1)).toBe('1 mens, 1 afspraak.')
    expect(pdfTexts.en.counts(1, 2)).toBe('1 person, 2 agreements.')
  })

  it('[CP10] the name of a circle stands in a sentence', () => {
    expect(planName('De kring van Johan', 'nl')).toBe('Het plan van de kring van Johan')
    expect(planName('Wilgenplein', 'nl')).toBe('Het plan van Wilgenplein')
    expect(planName('Dewi en de rest', 'en')).toBe('The plan of Dewi en de rest')
  })
})
