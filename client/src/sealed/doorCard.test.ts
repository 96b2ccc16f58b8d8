import { expect, it } from 'vitest'
import { formatDoorUrl, formatFarUrl, makeDoorCard, parseDoorCard, parseFarLink } from './doorCard.ts'
import { secureRandom } from './secureRandom.ts'

const link = 'AbCdEfGhIjKlMnOpQrSt_-'

it('[JN8] the secret of a one-time link stands in the fragment alone, and is no card', () => {
  const url = new URL(formatFarUrl('https://kring.example', 'room', link))
  expect(url.pathname + url.search).toBe('/d/room')
  expect(parseFarLink(url.hash)).toBe(link)
  expect(parseFarLink(url.hash.slice(1))).toBe(link)
  expect(parseDoorCard(url.hash)).toBeUndefined()
})

it('[JN8] nothing else is such a link', () => {
  const { card } = makeDoorCard('door', 1, secureRandom)
  const fragment = new URL(formatDoorUrl('https://kring.example', 'room', card, link)).hash
  expect(parseDoorCard(fragment)).toEqual(card)
  const none = [
    fragment,
    '',
    'l.',
    `l.${link}x`,
    `l.${link.slice(1)}`,
    `x${link}`,
    ` l.${link}`,
    undefined,
    7,
  ]
  for (const one of none) expect(parseFarLink(one)).toBeUndefined()
})
