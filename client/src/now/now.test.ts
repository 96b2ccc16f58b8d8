import { pictures } from '@kringplan/shared/conference/palette'
import { callReasons, type OpenView } from '@kringplan/shared/contract/seatView'
import { phases } from '@kringplan/shared/phase/phases'
import { describe, expect, it } from 'vitest'
import { callReasonList, callReasonText } from './callReasonText.ts'
import { circleSeats } from './circleSeats.ts'
import { nowSentence } from './nowSentence.ts'
import { offeredPictures } from './offeredPictures.ts'

const someone = (id: string, picture: string | null, colour: string | null) => ({
  id,
  name: id,
  picture,
  colour,
  here: true,
})

describe('now', () => {
  it('[SH5] every phase has one sentence of at most twelve words, with and without a coordinator', () => {
    for (const phase of phases) {
      for (const coordinators of [[], ['Fatma']]) {
        const text = nowSentence({ phase, coordinators } as unknown as OpenView)
        for (const sentence of text.split(/[.?]\s*/).filter(Boolean)) {
          expect(sentence.split(' ').length, text).toBeLessThanOrEqual(12)
        }
        expect(text.length).toBeGreaterThan(5)
      }
    }
  })

  it('[SH5] every reason to call has words', () => {
    expect(callReasonList.toSorted()).toEqual([...callReasons].toSorted())
    expect(new Set(callReasonList.map(callReasonText)).size).toBe(callReasons.length)
  })

  it('[SH6] the own picture comes first, and a taken one says whose it is', () => {
    const people = [someone('Johan', 'vis', 'oranje'), someone('tante Edith', 'bloem', 'paars')]
    const offered = offeredPictures(people, 'tante Edith')
    expect(offered[0]).toEqual({ picture: 'bloem', colour: 'paars', owner: null })
    expect(offered.find((each) => each.picture === 'vis')?.owner).toBe('Johan')
    expect(offered).toHaveLength(14)
    expect(offered.findIndex((each) => each.owner !== null)).toBe(13)
  })

  it('[SH6] when few are free the spare pictures come, too', () => {
    const people = pictures.slice(0, 10).map((picture) => someone(picture, picture, 'rood'))
    const offered = offeredPictures(people, 'boom')
    expect(offered).toHaveLength(pictures.length)
    expect(offered.filter((each) => each.owner === null)).toHaveLength(pictures.length - 9)
  })

  it('[SH6] only the circle has seats, and mine is lit', () => {
    const people = [
      { ...someone('Johan', 'vis', 'oranje'), role: 'member' },
      { ...someone('oma', 'vogel', 'roze'), role: 'member', here: false },
      { ...someone('Sanne', null, null), role: 'professional' },
    ]
    expect(circleSeats(people, 'Johan').map((seat) => [seat.name, seat.state])).toEqual([
      ['Johan', 'you'],
      ['oma', 'empty'],
    ])
  })
})
