import { describe, expect, it } from 'vitest'
import type { CanonicalAgreement } from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'
import { agreement, johansPeople, johansPlan, planFileOf, signature, who } from './johansPlan.testkit.ts'
import { pdfFacts } from './pdfFacts.testkit.ts'
import { renderPlanPdf, renderSignaturePage } from './planPdf.ts'

const address = 'https://kringplan.example'

const print = (agreements: readonly CanonicalAgreement[], told: Partial<PlanFile> = {}) => {
  const file = planFileOf({ ...johansPlan, agreements, professionalAnswers: [] }, told)
  return renderPlanPdf({ file, language: 'nl', share: 'whole', address })
}

const one = (what: string, told: Partial<PlanFile> = {}) => print([agreement('a', { what })], told)

describe("people's text on paper", () => {
  it('[CP14] is never markup', async () => {
    const hostile = [
      '#panic("weg")',
      '#import "@preview/x:1.0.0"',
      '#read("/etc/passwd")',
      '$x^2$ en $ alleen',
      '\\ \\u{41} "aanhaling" \'enkel\'',
      '*vet* _schuin_ `code` = kop - punt + een / term: x',
      '@naam <label> [blok] {code} // niets /* niets */ ~ -- ---',
      '</svg><script>alert(1)</script> &amp; %25',
    ]
    const circle = '#circle "x"'
    const people = [...johansPeople, person('#let x = 1'), person('"]); panic("')]
    const signatures = [
      signature('#let x = 1', { way: 'typed', text: '#strong[x]' }),
      signature('"]); panic("', { way: 'picture', picture: '"/><script>', colour: '#000' }),
    ]
    const agreements = hostile.map((what, i) =>
      agreement(`a${i}`, {
        what,
        where: what,
        when: { words: what, rule: null },
        fallback: { text: what, who: [{ name: what }] },
      }),
    )
    const { text, standard } = await pdfFacts(print(agreements, { circle, people, signatures }))
    for (const what of hostile) expect(text.split(what).length, what).toBeGreaterThan(5)
    for (const words of [circle, '#let x = 1', '#strong[x]', '"]); panic("']) expect(text).toContain(words)
    expect(standard).toBe('PDF/UA-1')
    const page = await pdfFacts(
      renderSignaturePage({
        file: planFileOf(johansPlan, { circle, people, signatures: [] }),
        language: 'nl',
      }),
    )
    expect(page.text).toContain('"]); panic("')
  })

  it('[CP14] a word of 2000 letters is broken, and comes out whole', async () => {
    const word = `a${'x'.repeat(1998)}z`
    const { text } = await pdfFacts(one(word))
    expect(text.replaceAll(' ', '')).toContain(word)
    expect((await pdfFacts(one(word))).pages).toHaveLength(2)
  })

  it('[CP14] names and words of other languages come out as they were written', async () => {
    const names = ['Şükrü', 'Łucja Żółć', 'Óscar', 'Müller', 'Nguyễn', 'Жанна', 'Γιώργος', 'ĲBRAND ß œ']
    const { text, standard } = await pdfFacts(
      print([agreement('a', { what: names.join(' en '), who: names.map((name) => ({ name })) })]),
    )
    for (const name of names) expect(text.split(name).length, name).toBe(3)
    expect(standard).toBe('PDF/UA-1')
  })

  it('[CP18] Arabic script stands in its own font, from right to left', async () => {
    const { fonts, standard, text } = await pdfFacts(one('ماما'))
    expect(fonts.join()).toContain('NotoSansArabic')
    expect(standard).toBe('PDF/UA-1')
    expect([...text].filter((sign) => /\p{Script=Arabic}/u.test(sign)).length).toBeGreaterThanOrEqual(4)
    expect((await pdfFacts(one('mama'))).fonts.join()).not.toContain('NotoSansArabic')
  })

  it('[CP19] a sign that no font has leaves the rest as it is, and the page tagged', async () => {
    const { text, isTagged, fonts, embedded } = await pdfFacts(one('Zwemmen 😀 met 日本 oma'))
    expect(text).toContain('Zwemmen')
    expect(text).toContain('oma')
    expect(isTagged).toBe(true)
    expect(embedded).toBe(fonts.length)
    for (const font of fonts) expect(font).toMatch(/\+(AtkinsonHyperlegibleNext|Literata)-/)
  })

  it('[CP19] controls and turned directions do no harm', async () => {
    const { text, standard } = await pdfFacts(
      one('een\u0000twee\u0007\u202Edrie\uFEFF\u200B vier\tvijf\r\nzes'),
    )
    expect(text).toContain('eentweedrie vier vijf zes')
    expect(standard).toBe('PDF/UA-1')
  })

  it(
    '[CP19] a hundred agreements of 2000 signs come out, each whole on its page',
    { timeout: 60_000 },
    async () => {
      const sentence = (i: number) =>
        `Nummer ${i} begint. `.padEnd(1990, 'en zo gaat het door ').concat(` einde${i}.`)
      const agreements = Array.from({ length: 100 }, (_, i) =>
        agreement(`a${i}`, { what: sentence(i), who: who('vader') }),
      )
      const { pages } = await pdfFacts(print(agreements))
      for (let i = 0; i < 100; i += 1) {
        expect(
          pages.find((page) => page.includes(`Nummer ${i} begint.`)),
          String(i),
        ).toContain(`einde${i}.`)
      }
    },
  )

  it('[CP19] an agreement that is longer than a page goes on on the next', async () => {
    const { pages } = await pdfFacts(
      print([agreement('a', { what: 'Kort.', where: `begin ${'woord '.repeat(1500)}einde` })]),
    )
    expect(pages[0]).toContain('begin')
    expect(pages[0]).not.toContain('einde')
    expect(pages.slice(1, -1).join(' ')).toContain('einde')
  })
})

function person(name: string) {
  return { id: name, name, role: 'member', picture: null, colour: null } as const
}
