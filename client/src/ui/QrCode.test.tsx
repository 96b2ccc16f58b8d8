import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QrCode } from './QrCode.tsx'
import { qrMatrix } from './qrMatrix.ts'

const secret = 'https://kringplan.example/d/room#1.AbCdEfGhIjKlMnOp.QrStUvWxYz012345'

describe('QrCode', () => {
  it('[UI7] holds its value in the drawing only', () => {
    const markup = renderToStaticMarkup(<QrCode value={secret} label="Code om binnen te komen" />)
    expect(markup).toContain('Code om binnen te komen')
    for (const part of secret.split(/[#./]/).filter((piece) => piece.length > 1)) {
      expect(markup).not.toContain(part)
    }
  })

  it('[UI7] draws exactly the dark modules, neither mirrored nor turned', () => {
    const { size, isDark } = qrMatrix(secret)
    const markup = renderToStaticMarkup(<QrCode value={secret} label="code" />)
    const drawn = new Set<string>()
    for (const [, x, y, length] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let step = 0; step < Number(length); step += 1)
        drawn.add(`${Number(x) + step - 4},${Number(y) - 4}`)
    }
    const dark = new Set<string>()
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        if (isDark(row, column)) dark.add(`${column},${row}`)
      }
    }
    expect(dark.size).toBeGreaterThan(300)
    expect(drawn).toEqual(dark)
  })
})
