import { describe, expect, it } from 'vitest'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import {
  agreement,
  johansPeople,
  johansPlan,
  johansSignatures,
  planFileOf,
  signature,
  who,
} from './johansPlan.testkit.ts'
import { renderPlanPdf, type PlanPdfInput } from './planPdf.ts'
import { pdfFacts } from './pdfFacts.testkit.ts'

const address = 'https://kringplan.example'
const johan = planFileOf(johansPlan)

const print = (told: Partial<PlanPdfInput> = {}) =>
  pdfFacts(renderPlanPdf({ file: johan, language: 'nl', share: 'whole', address, ...told }))

describe('the plan as a PDF', () => {
  it('[CP10] shows every agreement with its answers, and how it goes on', async () => {
    const { text, pages } = await print()
    expect(pages).toHaveLength(3)
    expect(text).toContain('Waar kan Johan veilig opgroeien? En wat is daarvoor nodig?')
    expect(text).toContain('Dit is ons plan. Wij maakten het samen op vrijdag 11 juni 2027.')
    for (const { what, where, when, fallback } of johansPlan.agreements) {
      for (const words of [what, where, when.words, fallback.text]) expect(text).toContain(words)
    }
    expect(text).toContain('Dan praten samen: tante Edith, vader, moeder')
    const last = pages.at(-1)
    expect(last).toContain('Wij zijn het eens met dit plan')
    expect(last).toContain('12 mensen, 14 afspraken. Getekend op vrijdag 11 juni 2027.')
    expect(last).toContain('vrijdag 10 september 2027, 19.00 uur')
    expect(last).toContain('iedereen in de kring')
    expect(last).toContain('Sanne: dit kan zo niet, want op woensdag werk ik niet.')
    expect(last).toContain('Ga met je telefoon naar kringplan.example.')
    expect(last).toContain('Of praat met oom Herman.')
    expect(last).toContain('Bladzijde 3 van 3')
    expect(pages[0]).toContain('Het plan van de kring van Johan. Alleen voor ons.')
  })

  it('[CP10] says it in English, too, with the own words of the circle as they are', async () => {
    const { text } = await print({ language: 'en' })
    expect(text).toContain('This is our plan. We made it together on Friday 11 June 2027.')
    expect(text).toContain('Johan woont bij zijn vader')
    expect(text).toContain('Sanne: this is possible.')
    expect(text).toContain('Page 1 of 3')
  })

  it('[CP11] what nobody answered has no row, and a rhythm is said where there are no own words', async () => {
    const rule = { unit: 'once', interval: 1, weekdays: [], first: '2027-07-03' } as const
    const chosen = { ...rule, weekdays: [], last: null, time: null, until: null, part: null }
    const full = agreement('a', {
      what: 'Wij eten samen',
      who: who('opa'),
      where: 'bij oma',
      when: { words: 'als het mooi weer is', rule: chosen },
      fallback: { text: 'Dan niet.', who: [] },
    })
    const bare = [
      agreement('b', { what: 'Wij bellen', when: { words: '', rule: chosen } }),
      agreement('c', { where: 'in het bos' }),
    ]
    const plan = { ...johansPlan, professionalAnswers: [], nextMeeting: noMeeting, watcher: [] }
    const whole = await print({ file: planFileOf({ ...plan, agreements: [full] }) })
    for (const label of ['Wie', 'Waar', 'Wanneer', 'Lukt niet?']) expect(whole.pages[0]).toContain(label)
    expect(whole.text).toContain('als het mooi weer is')
    expect(whole.text).not.toContain('3 juli 2027')
    const { pages, text } = await print({ file: planFileOf({ ...plan, agreements: bare }) })
    expect(pages[0]).toContain('Wanneer één keer, op zaterdag 3 juli 2027')
    expect(pages[0]).not.toMatch(/Wie|Lukt niet/)
    expect(pages[0]?.match(/Waar /g)).toHaveLength(2)
    expect(pages[0]).toContain('Afspraak 2')
    expect(text).not.toMatch(/Wij komen weer bij elkaar|Kan het zo|Wie let op/)
  })

  it('[CP11] a day that is chosen later is said, without the day', async () => {
    const nextMeeting = { ...johansPlan.nextMeeting, later: true }
    const { text } = await print({ file: planFileOf({ ...johansPlan, nextMeeting }) })
    expect(text).toContain('Wij kiezen later een dag.')
    expect(text).not.toContain('10 september 2027')
    expect((await print()).text).not.toContain('Wij kiezen later een dag.')
  })

  it('[CP12] shows each signature as it was given, and nobody who has not signed', async () => {
    const ria = johansSignatures.filter(({ person }) => person.name !== 'Ria')
    const signed = await print()
    for (const name of [
      'Johan met een plaatje',
      'vader getekend',
      'opa op papier',
      'oom Herman getypt Herman',
    ])
      expect(signed.pages[2]).toContain(name)
    expect(signed.pages[2]).toContain('Ria')
    expect(signed.fonts.join()).toContain('Literata-Medium')
    expect(signed.alternatives).toContain('De handtekening van vader')
    const without = await print({ file: planFileOf(johansPlan, { signatures: ria }) })
    expect(without.pages[2]).not.toContain('Ria')
    expect(without.pages[1]).toContain('Ria past op')
    const nobody = await print({ file: planFileOf(johansPlan, { signatures: [] }) })
    expect(nobody.text).not.toMatch(/Wij zijn het eens|handtekeningen|mensen/)
  })

  it('[CP12] signatures of other days say between which days', async () => {
    const late = signature('Ria', { way: 'typed', text: 'Ria' }, '2027-06-19T23:30:00Z')
    const signatures = [late, ...johansSignatures.filter(({ person }) => person.id !== 'Ria')]
    const { text } = await print({ file: planFileOf(johansPlan, { signatures }) })
    expect(text).toContain('Getekend tussen vrijdag 11 juni 2027 en zondag 20 juni 2027.')
  })

  it('[CP13] says which version it is, its code and its whole hash, and where that can be looked at', async () => {
    const { pages } = await print({ file: planFileOf({ ...johansPlan, version: 3 }) })
    const file = planFileOf({ ...johansPlan, version: 3 })
    expect(pages.at(-1)).toContain(`Dit is versie 3 van ons plan. De code is ${spokenCode(file.hash)}.`)
    expect(pages.at(-1)).toContain('Kijk op kringplan.example/controle of dit nog hetzelfde plan is.')
    expect(pages.at(-1)).toContain(file.hash)
  })

  it('[LG7] says where the log of the door stood, where there was one', async () => {
    const log = { seq: 12, head: 'ab'.repeat(32) }
    const { pages } = await print({ file: planFileOf({ ...johansPlan, v: 2, log }) })
    const words = `Het logboek van de deur had toen 12 regels. De code daarvan is ${spokenCode(log.head)}.`
    expect(pages.at(-1)).toContain(words)
    expect((await print()).pages.at(-1)).not.toContain('logboek')
  })

  it('[CP15] the part of somebody holds only what that person is in', async () => {
    const { text } = await print({ share: { ownOf: 'Sanne' } })
    expect(text).toContain('Dit is een deel van ons plan. Het is het deel van Sanne.')
    expect(text).toContain('Alleen voor ons en Sanne.')
    expect(text).toContain('9 Vader komt op elke afspraak met Sanne')
    expect(text).toContain('2 Johan gaat na school naar de opvang.')
    expect(text).not.toMatch(
      /Johan woont bij|Iedereen viert|Ria|tante Mieke|handtekening|10 september|praat met/,
    )
    const wim = await print({ share: { ownOf: 'Wim' } })
    expect(wim.text).toContain('14 Iedereen viert de verjaardag van Johan')
    expect(wim.text).toContain('Wim getekend')
    expect(wim.text).not.toMatch(/Johan woont bij|vader getekend|Sanne/)
  })

  it('[CP17] is tagged, has a title and a language, and embeds its two families only', async () => {
    const facts = await print()
    expect(facts.isTagged).toBe(true)
    expect(facts.standard).toBe('PDF/UA-1')
    expect(facts.title).toBe('Waar kan Johan veilig opgroeien? En wat is daarvoor nodig?')
    expect(facts.language).toBe('nl')
    expect(facts.headings.slice(0, 2)).toEqual(['H1', 'H2'])
    expect(facts.fonts.length).toBeGreaterThan(3)
    for (const font of facts.fonts)
      expect(font).toMatch(/^[A-Z]{6}\+(AtkinsonHyperlegibleNext|Literata)-\w+$/)
    expect(facts.embedded).toBe(facts.fonts.length)
    expect((await print({ language: 'en' })).language).toBe('en')
  })

  it('[CP10] the same plan gives the same bytes', () => {
    const input = { file: johan, language: 'nl', share: 'whole', address } as const
    expect(renderPlanPdf(input)).toEqual(renderPlanPdf(input))
    expect(johansPeople).toHaveLength(13)
  })
})

const noMeeting = { when: { words: '', rule: null }, where: '', who: [], later: false } as const
