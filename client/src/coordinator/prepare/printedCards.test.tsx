import { noWishes } from '@kringplan/shared/conference/preparation'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { setLocale } from '../../i18n/locale.ts'
import { emptyPerson } from '../personDraft.ts'
import { PrintedCards } from './PrintedCards.tsx'

const token = 'AbCdEfGhIjKlMnOpQrStUv'
const view = {
  circle: 'De kring van Johan',
  question: 'Waar kan Johan veilig opgroeien?',
  startsAt: '2027-06-11T15:30:00Z',
  place: 'Buurthuis Het Anker',
  joinCode: 'KAFT-4736',
  points: [{ id: 'p', personId: 's', by: 'Sanne', kind: 'worry', text: 'Er zijn schulden.' }],
  preparation: {
    endsAt: null,
    food: 'Wij eten samen',
    wishes: { ...noWishes, other: 'geen foto van Wim' },
    nobodyTells: false,
    people: [],
  },
} as unknown as OpenView
const edith = { ...emptyPerson, id: 'e', name: 'tante Edith', age: 61 } as const
const card = (person: typeof edith | (Omit<typeof edith, 'language'> & { language: 'en' })) => ({
  person,
  url: `https://kringplan.example/k#${token}`,
  hasCard: false,
})
const markup = (person: Parameters<typeof card>[0]) =>
  renderToStaticMarkup(<PrintedCards cards={[card(person)]} view={view} layout="four" />)

beforeAll(() => {
  setLocale('nl')
  // The address that people type is the one of this page.
  Object.assign(globalThis, { location: { host: 'kringplan.example' } })
})

it('[PR7] a card says who, which circle, when, where and the code, and nothing of why', () => {
  const html = markup(edith)
  for (const words of [
    'tante Edith',
    'De kring van Johan',
    '11 juni 2027, 17.30 uur',
    'Buurthuis Het Anker. Wij eten samen.',
    'KAFT-4736',
    'of typ op kringplan.example',
    'Kom je ook?',
  ])
    expect(html).toContain(words)
  for (const words of ['opgroeien', 'schulden', 'Sanne', 'foto van Wim', '61'])
    expect(html).not.toContain(words)
})

it('[PR8] the secret of the link stands in no text or attribute of the card', () => {
  const html = markup(edith)
  expect(html).toContain('<path')
  for (let at = 0; at + 8 <= token.length; at += 1) expect(html).not.toContain(token.slice(at, at + 8))
})

it('[PR7] a card speaks the language of its person', () => {
  const html = markup({ ...edith, language: 'en' })
  expect(html).toContain('lang="en"')
  expect(html).toContain('Friday 11 June 2027')
  expect(html).not.toContain('Kom je ook?')
})
