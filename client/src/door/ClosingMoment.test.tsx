import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it } from 'vitest'
import { setLocale } from '../i18n/locale.ts'
import { ClosingMoment } from './ClosingMoment.tsx'

beforeEach(() => setLocale('nl'))

it('[DR1] the ring that closes is the circle: who waits outside has no place in it', () => {
  const person = (name: string, role: 'member' | 'professional') => ({
    id: name,
    name,
    picture: null,
    colour: null,
    mainPerson: false,
    role,
  })
  const people = [person('Johan', 'member'), person('Sanne', 'professional')]
  const markup = renderToStaticMarkup(<ClosingMoment people={people} onDone={() => {}} />)
  expect(markup).toContain('Johan')
  expect(markup).not.toContain('Sanne')
})
