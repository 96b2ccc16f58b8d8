import { describe, expect, it } from 'vitest'
import { readForm, writeForm } from './formStore.ts'
import { clashingFields, dirtyFields, follow, keepMine, openKept, settle, takeTheirs } from './keptFields.ts'

const server = { question: 'Waar?', place: 'Het Anker' }
const typed = (text: string) => ({ ...openKept(server), typed: { ...server, question: text } })

describe('a form over values that others change, too', () => {
  it('[PR4] follows what others write as long as nothing was typed in that field', () => {
    const next = follow(typed('Hoe?'), { question: 'Waar?', place: 'De Schakel' })
    expect(next.typed).toEqual({ question: 'Hoe?', place: 'De Schakel' })
    expect(dirtyFields(next)).toEqual(['question'])
    expect(clashingFields(next)).toEqual([])
  })

  it('[PR4] names a clash, keeps what was typed, and sends it over what stands there once that was chosen', () => {
    const clash = follow(typed('Hoe?'), { ...server, question: 'Wie?' })
    expect(clash.typed.question).toBe('Hoe?')
    expect(clashingFields(clash)).toEqual(['question'])
    const mine = keepMine(clash, 'question')
    expect([mine.typed.question, mine.base.question, clashingFields(mine)]).toEqual(['Hoe?', 'Wie?', []])
    const theirs = takeTheirs(clash, 'question')
    expect([theirs.typed.question, dirtyFields(theirs)]).toEqual(['Wie?', []])
  })

  it('[PR4] the same words from elsewhere, or with other spaces, are no clash and nothing to save', () => {
    const met = follow(typed('  Hoe? '), { ...server, question: 'Hoe?' })
    expect([dirtyFields(met), clashingFields(met)]).toEqual([[], []])
    expect(dirtyFields(typed(' Waar?  '))).toEqual([])
  })

  it('[PR4] what was kept stands, whichever comes first: the answer or the view', () => {
    const view = { ...server, question: 'Hoe?' }
    const answerFirst = follow(settle(typed('Hoe?'), { question: 'Hoe?' }), view)
    const viewFirst = settle(follow(typed('Hoe?'), view), { question: 'Hoe?' })
    const answerOnly = follow(settle(typed('Hoe?'), { question: 'Hoe?' }), server)
    for (const state of [answerFirst, viewFirst, answerOnly]) {
      expect([state.typed.question, dirtyFields(state), clashingFields(state)]).toEqual(['Hoe?', [], []])
    }
    // What was typed between the press and the answer is not kept yet.
    const typedOn = { ...typed('Hoe dan?') }
    expect(dirtyFields(settle(typedOn, { question: 'Hoe?' }))).toEqual(['question'])
  })

  it('[PR4] survives a reload of its tab, and finds the clash that came meanwhile', () => {
    const box = new Map<string, string>()
    const storage = {
      getItem: (name: string) => box.get(name) ?? null,
      setItem: (name: string, value: string) => void box.set(name, value),
      removeItem: (name: string) => void box.delete(name),
    }
    writeForm('a', { base: { question: 'Waar?' }, typed: { question: 'Hoe?' } }, storage)
    const again = openKept({ ...server, question: 'Wie?' }, readForm<typeof server>('a', storage))
    expect(again.typed).toEqual({ question: 'Hoe?', place: 'Het Anker' })
    expect(clashingFields(again)).toEqual(['question'])
    expect(readForm('b', storage)).toBeUndefined()
    writeForm('a', undefined, storage)
    expect(box.size).toBe(0)
    box.set('kringplan.form.c', '{"base":7}')
    expect(readForm('c', storage)).toBeUndefined()
  })
})
