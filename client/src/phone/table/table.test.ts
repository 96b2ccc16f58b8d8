import type { OpenView, Reading } from '@kringplan/shared/contract/seatView'
import { ENDING } from '@kringplan/shared/plan/schema'
import { phases } from '@kringplan/shared/phase/phases'
import { sharedMoves } from '@kringplan/shared/contract/seatView'
import { describe, expect, it } from 'vitest'
import { edith, johan, makeSmallPlan, signingView } from '../../table/signing.testkit.ts'
import { readingPages } from '../../table/reading.ts'
import { meetPath, meetQuestions, readMeetPlace } from './meetPaths.ts'
import { isDoor, moveWords, nowAfter, offeredMoves } from './moves.ts'
import { readPlace } from './readPlace.ts'
import { mayStillSign, tableNow } from './tableNow.ts'

const since = '2027-06-11T18:00:00.000Z'
const at = (days: number) => Date.parse(since) + days * 24 * 3600_000

function view(change: Partial<OpenView> = {}, plan: Partial<NonNullable<OpenView['plan']>> = {}): OpenView {
  const signing = signingView(makeSmallPlan().doc, { role: 'member', personId: edith.id, name: edith.name })
  if (signing.plan === null) throw new Error('it has a plan')
  return { ...signing, boards: 0, ...change, plan: { ...signing.plan, ...plan } }
}
const mine = { personId: edith.id, way: 'typed', device: 'own', signedAt: since } as const

describe('Nu at the table', () => {
  it('[TB20] one sentence and one button for each moment', () => {
    const told = (shown: OpenView, now = at(1)) => {
      const { sentence, main } = tableNow(shown, now)
      return [sentence, main.words, main.page]
    }
    expect(told(view({ phase: 'presentation' }))).toEqual(['Wij lezen het plan.', 'Lees mee', 'lezen'])
    expect(told(view())).toEqual(['Ben jij het eens met dit plan?', 'Naar het plan en tekenen', 'eens'])
    expect(told(view({}, { mine }))).toEqual([
      'Dank je wel. Jouw handtekening staat in het plan.',
      'Bekijk mijn handtekening',
      'handtekening',
    ])
    expect(told(view({ phase: 'followUp' }))).toEqual(['Ons plan is klaar.', 'Mijn kopie', 'kopie'])
  })

  it('[SG15] at home one can sign for two weeks, who has not yet', () => {
    const home = view({ phase: 'followUp' })
    const pages = (shown: OpenView, now: number) => tableNow(shown, now).more.map(({ page }) => page)
    expect(pages(home, at(13.9))).toEqual(['eens', 'papier'])
    expect(pages(home, at(14.1))).toEqual([])
    expect(pages(view({ phase: 'followUp' }, { mine }), at(1))).toEqual([])
    expect(mayStillSign(view(), at(100))).toBe(true)
    expect(mayStillSign(view({}, { version: null }), at(0))).toBe(false)
  })

  it('[SG26] paper is ticked by the circle only', () => {
    const professional = view({ hasDoor: false })
    const self = { ...professional.self, role: 'professional' as const }
    expect(tableNow({ ...professional, self }, at(0)).more.map(({ page }) => page)).toEqual(['plan'])
    expect(tableNow(professional, at(0)).more.map(({ page }) => page)).toEqual(['plan', 'papier'])
  })
})

describe('moving on by phone', () => {
  it('[TB23] a phone offers what its moment has, and not what somebody asked for already', () => {
    expect(offeredMoves(view())).toEqual(['finish', 'table'])
    expect(offeredMoves(view({ phase: 'presentation' }))).toEqual(['freeze'])
    expect(offeredMoves(view({ phase: 'deliberation', hasDoor: false }))).toEqual(['present'])
    // Where there is a door, opening it is asked behind it.
    expect(offeredMoves(view({ phase: 'deliberation' }))).toEqual([])
    expect([isDoor(view(), 'draft'), isDoor(view(), 'freeze')]).toEqual([true, false])
    const proposal = { move: 'finish', personId: johan.id, by: 'Johan' } as const
    expect(offeredMoves(view({}, { proposal }))).toEqual(['table'])
    const shown = view({ hasDoor: false })
    expect(offeredMoves({ ...shown, self: { ...shown.self, role: 'professional' } })).toEqual([])
  })

  it('[TB23] every move is asked in a sentence that names who asks', () => {
    for (const move of sharedMoves) {
      const words = moveWords[move]
      expect(words.asks({ naam: 'Wim' })).toMatch(/^Wim vraagt: .*\?$/)
      expect(words.question()).toMatch(/\?$/)
      expect(words.why()).toMatch(/\.$/)
    }
    for (const phase of phases) expect(nowAfter(phase)).toMatch(/\.$/)
  })
})

describe('reading along', () => {
  const row = readingPages([{ id: 'a' }, { id: 'b' }])
  const they = (agreement: string | null): Reading => ({ agreement, reader: null })

  it('[TB21] follows the others until it pages by itself, and again when it is where they are', () => {
    expect(row).toEqual(['a', 'b', ENDING])
    expect(readPlace(row, null, null)).toEqual({ at: null, isWithThem: true, next: 'a', previous: null })
    expect(readPlace(row, they('a'), null)).toEqual({ at: 'a', isWithThem: true, next: 'b', previous: null })
    expect(readPlace(row, they('a'), 'b')).toEqual({
      at: 'b',
      isWithThem: false,
      next: ENDING,
      previous: 'a',
    })
    expect(readPlace(row, they('b'), 'b').isWithThem).toBe(true)
    expect(readPlace(row, they(ENDING), null)).toMatchObject({ at: ENDING, next: null, previous: 'b' })
  })

  it('[TB21] what is no longer in the plan counts as nowhere', () => {
    expect(readPlace(row, they('gone'), null).at).toBeNull()
    expect(readPlace(row, they('a'), 'gone')).toMatchObject({ at: 'a', isWithThem: true })
  })
})

describe('addresses of the next meeting', () => {
  it('[TB26] are read as they are written', () => {
    for (const question of meetQuestions) {
      expect(readMeetPlace(meetPath('/plek/s', question), '/plek/s')).toBe(question)
    }
    expect(readMeetPlace(meetPath('/plek/s'), '/plek/s')).toBeNull()
    expect(readMeetPlace('/plek/s/weer-samen/hoezo', '/plek/s')).toBeNull()
  })
})
