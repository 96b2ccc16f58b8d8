import { describe, expect, it } from 'vitest'
import { newId } from '../plan/newId.ts'
import { ideaPath, readIdeaPlace } from './ideaPaths.ts'

const home = '/plek/seat1'

describe('addresses of the ideas', () => {
  it('[ID6] are read as they are written', () => {
    const id = newId()
    expect(readIdeaPlace(ideaPath(home), home)).toEqual({ page: 'list' })
    expect(readIdeaPlace(ideaPath(home, 'nieuw'), home)).toEqual({ page: 'new', id: null })
    expect(readIdeaPlace(ideaPath(home, 'nieuw', id), home)).toEqual({ page: 'new', id })
    expect(ideaPath(home, 'nieuw', id)).toBe(`/plek/seat1/ideeen/nieuw/${id}`)
  })

  it('[ID6] fall back on the nearest page', () => {
    expect(readIdeaPlace(`${home}/ideeen/`, home)).toEqual({ page: 'list' })
    expect(readIdeaPlace(`${home}/ideeen/hoezo`, home)).toEqual({ page: 'list' })
    expect(readIdeaPlace(`${home}/ideeen/nieuw/een naam`, home)).toEqual({ page: 'new', id: null })
  })
})
