import { agreementDigest } from '@kringplan/shared/plan/canonical'
import { addAgreement, addWho, initPlan, readAgreements, setText } from '@kringplan/shared/plan/planDoc'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changedSince, hear, hearAll, saidAbout } from './cardNotes.ts'

function plan() {
  const doc = new Y.Doc()
  initPlan(doc)
  let next = 0
  const newId = () => `id${(next += 1)}`
  const [a, b] = [addAgreement(doc, newId, 'koken'), addAgreement(doc, newId, 'fietsen')]
  return { doc, a, b, newId, all: () => readAgreements(doc) }
}

const nobody: ReadonlySet<string> = new Set()

describe('what is said at the table', () => {
  it('[TB3] marks and answers stand at their own agreement', () => {
    const { all, a } = plan()
    const [koken, fietsen] = all()
    if (koken === undefined || fietsen === undefined) throw new Error('no agreements')
    const said = {
      marks: [{ agreement: a, personId: 'p1', by: 'Fatma' }],
      answers: [
        {
          agreement: a,
          by: { id: 'p2', name: 'Sanne' },
          answer: 'cannot',
          words: 'want het is te ver',
          seen: agreementDigest(koken),
        },
      ],
    } as const
    expect(saidAbout(koken, said, nobody)).toEqual({
      marks: [{ personId: 'p1', by: 'Fatma' }],
      answers: [
        { personId: 'p2', by: 'Sanne', answer: 'cannot', words: 'want het is te ver', isBefore: false },
      ],
      isChanged: false,
    })
    expect(saidAbout(fietsen, said, nobody)).toEqual({ marks: [], answers: [], isChanged: false })
  })

  it('[TB3] an answer to words that were changed after it is said to be one, and when they are put back it stands', () => {
    const { doc, a, all } = plan()
    const [koken] = all()
    if (koken === undefined) throw new Error('no agreement')
    const answer = { agreement: a, by: { id: 'p2', name: 'Sanne' }, answer: 'can', words: '' } as const
    const said = { marks: [], answers: [{ ...answer, seen: agreementDigest(koken) }] }
    const isBefore = () => {
      const [now] = all()
      return now === undefined ? undefined : saidAbout(now, said, nobody).answers[0]?.isBefore
    }
    setText(doc, a, 'where', 'in de keuken')
    expect(isBefore()).toBe(true)
    setText(doc, a, 'where', '')
    expect(isBefore()).toBe(false)
    addWho(doc, a, 'who', { kind: 'everybody' })
    expect(isBefore()).toBe(true)
  })
})

describe('net veranderd', () => {
  it('[TB4] says what reads otherwise than it was heard, until it is read', () => {
    const { doc, a, b, all } = plan()
    const heard = hearAll(all())
    expect(changedSince(heard, all()).size).toBe(0)
    setText(doc, b, 'when', 'zaterdag')
    expect([...changedSince(heard, all())]).toEqual([b])
    const read = all().find(({ id }) => id === b)
    if (read === undefined) throw new Error('no agreement')
    const then = hear(heard, read)
    expect(changedSince(then, all()).size).toBe(0)
    expect(hear(then, read)).toBe(then)
    setText(doc, b, 'when', '')
    expect([...changedSince(then, all())]).toEqual([b])
    expect([...changedSince(heard, all())]).toEqual([])
    expect(a).not.toBe(b)
  })

  it('[TB4] a new agreement is new', () => {
    const { doc, all, newId } = plan()
    const heard = hearAll(all())
    const fresh = addAgreement(doc, newId, 'zwemmen')
    expect([...changedSince(heard, all())]).toEqual([fresh])
  })
})
