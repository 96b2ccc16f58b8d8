import { describe, expect, it } from 'vitest'
import { colours, defaultColour, isPictureId, lookAt, maxLooks, nextFreeLook, pictures } from './palette.ts'

describe('palette', () => {
  it('[PA1] the first fourteen people differ in picture and in colour', () => {
    const looks = colours.map((_, index) => lookAt(index))
    expect(new Set(looks.map((look) => look.picture)).size).toBe(14)
    expect(new Set(looks.map((look) => look.colour)).size).toBe(14)
    expect(lookAt(7)).toEqual({ picture: 'vis', colour: 'oranje' })
  })

  it('[PA2] every index up to the limit has a pair of its own, and pictures repeat last', () => {
    const pairs = Array.from({ length: maxLooks }, (_, index) => lookAt(index))
    expect(new Set(pairs.map((look) => `${look.picture} ${look.colour}`)).size).toBe(maxLooks)
    expect(new Set(pairs.slice(0, pictures.length).map((look) => look.picture)).size).toBe(pictures.length)
  })

  it('[PA3] the next free look skips pairs that are taken', () => {
    const taken = [lookAt(0), lookAt(2)]
    expect(nextFreeLook(taken)).toEqual(lookAt(1))
    expect(nextFreeLook([...taken, lookAt(1)])).toEqual(lookAt(3))
  })

  it('[PA4] only ids of the palette pass', () => {
    expect(isPictureId('vis')).toBe(true)
    expect(isPictureId('toString')).toBe(false)
    expect(defaultColour('sneeuwvlok')).toBe(colours[11])
  })
})
