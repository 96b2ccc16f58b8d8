import { readFileSync } from 'node:fs'
import { colourValues, paperColours } from '@kringplan/shared/conference/colours'
import { colours } from '@kringplan/shared/conference/palette'
import { pictureShapes } from '@kringplan/shared/conference/pictureShapes'
import { sparePictureShapes } from '@kringplan/shared/conference/sparePictureShapes'
import vis from '@phosphor-icons/core/fill/fish-fill.svg?raw'
import sneeuwvlok from '@phosphor-icons/core/fill/snowflake-fill.svg?raw'
import { describe, expect, it } from 'vitest'
import { shapeOf } from './icons/shape.ts'

const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** The value of a token in the light theme, where it is defined first. */
const tokenOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1]

describe('looks of people', () => {
  it('[PA5] the colours of people are the same on screens and on paper', () => {
    for (const colour of colours) expect(colourValues[colour], colour).toBe(tokenOf(`p-${colour}`))
    expect(paperColours).toEqual({ ink: tokenOf('inkt'), den: tokenOf('den') })
  })

  it('[PA5] the drawings are those of the icon package', () => {
    expect(pictureShapes.vis).toBe(shapeOf(vis))
    expect(sparePictureShapes.sneeuwvlok).toBe(shapeOf(sneeuwvlok))
  })
})
