import { describe, expect, it } from 'vitest'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import { johansPlan, johansSignatures, planFileOf } from './johansPlan.testkit.ts'
import { pdfFacts } from './pdfFacts.testkit.ts'
import { renderSignaturePage } from './planPdf.ts'

const print = (language: 'nl' | 'en', names: readonly string[]) => {
  const signatures = johansSignatures.filter(({ person }) => names.includes(person.name))
  const file = planFileOf(johansPlan, { signatures })
  return pdfFacts(renderSignaturePage({ file, language }))
}

describe('the page to sign on paper', () => {
  it('[CP16] has a line for everybody who has not signed on a screen, and a tick for who did on paper', async () => {
    const { text, pages } = await print('nl', ['Wim', 'oom Herman', 'opa'])
    expect(pages).toHaveLength(1)
    expect(text).toContain('Onze handtekeningen')
    expect(text).toContain('Het plan van de kring van Johan.')
    expect(text).toContain(`versie 1 van ons plan. De code is ${spokenCode(planFileOf(johansPlan).hash)}.`)
    for (const name of ['Johan', 'vader', 'oma', 'Ria', 'Sanne']) expect(text).toContain(name)
    expect(text).not.toMatch(/Wim|oom Herman/)
    expect(text).toContain('opa op papier')
    expect(text.match(/op papier/g)).toHaveLength(1)
  })

  it('[CP16] [CP17] is tagged and says it in English, too', async () => {
    const { text, standard, language, title } = await print('en', [])
    expect(text).toContain('Write your name on the line.')
    expect(text).toContain('Wim')
    expect([standard, language, title]).toEqual([
      'PDF/UA-1',
      'en',
      'Our signatures. The plan of De kring van Johan'.replace('De', 'de'),
    ])
  })
})
