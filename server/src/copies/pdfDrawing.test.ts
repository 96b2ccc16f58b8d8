import { describe, expect, it } from 'vitest'
import { colours, pictures } from '@kringplan/shared/conference/palette'
import { discSvg, strokesSvg } from './pdfDrawing.ts'

describe('drawings on the page', () => {
  it('[CP12] every picture has a disc in every colour: white on deep ones, ink with a rim on light ones', () => {
    const discs = pictures.flatMap((picture) => colours.map((colour) => discSvg(picture, colour)))
    expect(new Set(discs).size).toBe(pictures.length * colours.length)
    expect(discSvg('vis', 'petrol')).toContain('fill="#ffffff"')
    expect(discSvg('vis', 'petrol')).not.toContain('stroke')
    expect(discSvg('vis', 'geel')).toContain('stroke="#1b2b28"')
  })

  it('[CP14] what is not in the palette is no drawing', () => {
    expect(discSvg('"/><script>', 'geel')).toBeNull()
    expect(discSvg('vis', '#000')).toBeNull()
    expect(discSvg(null, null)).toBeNull()
  })

  it('[CP12] strokes become paths, a tap becomes a dot, and all stays inside the field', () => {
    const drawn = strokesSvg([[10, 20, 110, 60, 210, 20], [300, 100], []])
    expect(drawn?.match(/M/g)).toHaveLength(2)
    expect(drawn).toContain('M10 20Q110 60 160 40L210 20')
    expect(drawn).toContain('M300 100h0.1')
    const wild = strokesSvg([[-50, 900, 1e9, Number.NaN]]) ?? ''
    const numbers =
      /d="([^"]+)"/
        .exec(wild)?.[1]
        ?.match(/[\d.]+/g)
        ?.map(Number) ?? []
    expect(numbers.length).toBeGreaterThan(3)
    expect(Math.max(...numbers)).toBeLessThan(600)
    expect(strokesSvg([])).toBeNull()
    expect(strokesSvg([[], [5]])).toBeNull()
  })
})
