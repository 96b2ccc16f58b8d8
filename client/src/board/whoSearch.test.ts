import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { describe, expect, it } from 'vitest'
import { firstNames, peopleNamedIn, searchWho, shortNames } from './whoSearch.ts'

const person = (name: string): CirclePerson => ({
  id: name,
  name,
  picture: null,
  colour: null,
  mainPerson: false,
  role: 'member',
})
const people = ['Johan', 'Wim', 'vader', 'moeder', 'tante Edith', 'oom Herman', 'Édouard'].map(person)
const asking = {
  query: '',
  people,
  chosen: new Set<string>(),
  everybody: 'iedereen',
  somebodyElse: (name: string) => `nieuw: ${name}`,
  together: (names: readonly string[]) => `samen: ${names.join(', ')}`,
  newId: () => 'id',
}
const search = (query: string, chosen: readonly string[] = []) =>
  searchWho({ ...asking, query, chosen: new Set(chosen) })
const labels = (query: string, chosen?: readonly string[]) => search(query, chosen).map(({ label }) => label)

describe('who, by a few letters', () => {
  it('[BO6] ed finds tante Edith by the start of any word, and accents do not matter', () => {
    expect(labels('ed')).toEqual(['Édouard', 'tante Edith', 'nieuw: ed'])
    expect(labels('EDI')[0]).toBe('tante Edith')
    expect(labels('tan')[0]).toBe('tante Edith')
    expect(labels('dith')).toEqual(['nieuw: dith'])
  })

  it('[BO6] nothing typed offers the circle in its order, then everybody', () => {
    expect(labels('')).toEqual([...people.map(({ name }) => name), 'iedereen'])
  })

  it('[BO6] who is chosen is not offered again; a whole name is not offered as somebody new', () => {
    expect(labels('ed', ['tante Edith'])).not.toContain('tante Edith')
    expect(labels('wim')).toEqual(['Wim'])
    expect(labels('iedereen')).toEqual(['iedereen'])
  })

  it('[BO6] other words are a name of their own', () => {
    const [option] = search(' juf Annie ')
    expect(option?.who).toEqual([{ kind: 'name', id: 'id', name: 'juf Annie' }])
  })

  it('[BO6] several names typed in one go are offered as several, first of all', () => {
    const [first, ...others] = search('vader, Wim en juf Annie')
    expect(first?.label).toBe('samen: vader, Wim, juf Annie')
    expect(first?.who).toEqual([
      { kind: 'person', id: 'vader' },
      { kind: 'person', id: 'Wim' },
      { kind: 'name', id: 'id', name: 'juf Annie' },
    ])
    expect(others.map(({ label }) => label)).toEqual(['nieuw: vader, Wim en juf Annie'])
    expect(labels('edith & herman,')[0]).toBe('samen: tante Edith, oom Herman')
    expect(labels('Wim, vader', ['Wim'])[0]).toBe('samen: vader')
    const square = ['Ria Smulders', 'Jan de Wit', 'Jan Bos'].map(person)
    const asked = { ...asking, query: 'Ria en Jan', people: square }
    expect(searchWho(asked)[0]?.label).toBe('samen: Ria Smulders, Jan')
    expect(labels('Bakker en Zonen')).toEqual(['nieuw: Bakker en Zonen'])
  })

  it('[BO6] names in the words of what are found as whole words only', () => {
    const found = (words: string) => peopleNamedIn(words, people).map(({ name }) => name)
    expect(found('Wim en Johan gaan samen zwemmen.')).toEqual(['Johan', 'Wim'])
    expect(found('Edith belt vader, op tijd')).toEqual(['vader', 'tante Edith'])
    expect(found('De grootvader zwemt')).toEqual([])
  })

  it('[BO7] short names only where nobody is mixed up', () => {
    expect(shortNames(['tante Edith', 'opa', 'buurman Joop'])).toEqual(['Edith', 'opa', 'Joop'])
    expect(shortNames(['oom Jan', 'opa Jan'])).toEqual(['oom Jan', 'opa Jan'])
    expect(shortNames(['Jan de Vries'])).toEqual(['Jan de Vries'])
    expect(firstNames(['Omar El Idrissi', 'Ria Smulders', 'Ria Bos'])).toEqual([
      'Omar',
      'Ria Smulders',
      'Ria Bos',
    ])
  })
})
