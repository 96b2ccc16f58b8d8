import type { OpenView } from '@kringplan/shared/contract/seatView'
import { canonicalText, planHash, toCanonical } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import { addWho, removeAgreement, setText } from '@kringplan/shared/plan/planDoc'
import { describe, expect, it } from 'vitest'
import { freezeFactsOf, judge, ownHash } from './compareVersion.ts'
import { edith, makeSmallPlan, signingView } from './signing.testkit.ts'

describe('comparing the own document with the version', () => {
  it('[SG1] the same words on this device give the hash of the server', () => {
    const { doc } = makeSmallPlan()
    const view = signingView(doc)
    expect(ownHash(view, readContent(doc))).toBe(view.plan?.version?.hash)
    expect(view.plan?.version?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[SG1] one letter, person or agreement more or less on this device is another hash', () => {
    const { doc, id } = makeSmallPlan()
    const view = signingView(doc)
    const changes = [
      () => setText(doc, id, 'where', 'in het zwembad.'),
      () => addWho(doc, id, 'fallbackWho', { kind: 'person', id: edith.id }),
      () => removeAgreement(doc, id),
    ]
    const seen = new Set([view.plan?.version?.hash])
    for (const change of changes) {
      change()
      seen.add(ownHash(view, readContent(doc)) ?? '')
    }
    expect(seen.size).toBe(4)
  })

  it('[SG1] question, names, answers and number are those that this screen shows', () => {
    const { doc, id } = makeSmallPlan()
    const view = signingView(doc)
    const hash = view.plan?.version?.hash
    const other = (change: Partial<OpenView>) => ownHash({ ...view, ...change }, readContent(doc))
    expect(other({ question: 'Waar kan Johan wonen?' })).not.toBe(hash)
    expect(other({ conferenceId: 'kring0000002' })).not.toBe(hash)
    expect(other({ people: view.people.map((one) => ({ ...one, name: `${one.name}!` })) })).not.toBe(hash)
    const answer = { agreement: id, by: edith, answer: 'can', words: '', seen: 'x' } as const
    if (view.plan === null) throw new Error('no plan')
    expect(other({ plan: { ...view.plan, answers: [answer] } })).not.toBe(hash)
    expect(other({ circle: 'Een andere naam', revision: 9 })).toBe(hash)
  })

  it('[SG1] the coordinator is in no version, and without a version there is nothing to compare', () => {
    const { doc } = makeSmallPlan()
    const view = signingView(doc)
    expect(freezeFactsOf(view)?.people.map(({ name }) => name)).not.toContain('Fatma')
    expect(view.people.map(({ name }) => name)).toContain('Fatma')
    expect(ownHash({ ...view, plan: null }, readContent(doc))).toBeNull()
    const facts = freezeFactsOf(view)
    if (facts === null) throw new Error('no facts')
    expect(planHash(canonicalText(toCanonical(readContent(doc), facts)))).toBe(view.plan?.version?.hash)
  })
})

describe('what is said of the comparison', () => {
  const live = { link: 'live', loaded: true, arrived: true } as const
  it('[SG2] nothing before the document is there', () => {
    expect(judge({ link: 'connecting', loaded: false, arrived: false }, false, 60_000)).toBe('comparing')
  })
  it('[SG2] the same is the same at once, also without a network', () => {
    expect(judge(live, true, 0)).toBe('same')
    expect(judge({ ...live, link: 'offline' }, true, 0)).toBe('same')
  })
  it('[SG2] a difference may still be on its way, and is said when it is not', () => {
    expect(judge(live, false, 0)).toBe('comparing')
    expect(judge({ ...live, link: 'offline' }, false, 60_000)).toBe('comparing')
    expect(judge(live, false, 2000)).toBe('differs')
    expect(judge({ ...live, link: 'refused' }, false, 2000)).toBe('differs')
  })
})
