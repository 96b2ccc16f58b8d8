import { lookAt, pictures } from '@kringplan/shared/conference/palette'
import { isFirstPicture, pictureShapes, type Shape } from '@kringplan/shared/conference/pictureShapes'
import { sparePictureShapes } from '@kringplan/shared/conference/sparePictureShapes'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { setLocale } from '../i18n/locale.ts'
import { pictureName } from '../messages/pictureName.ts'
import { CircleRing } from './CircleRing.tsx'
import { PersonChip } from './PersonChip.tsx'
import { Plaatje } from './Plaatje.tsx'
import { Ring } from './Ring.tsx'
import { SpareDrawing } from './SpareDrawing.tsx'

describe('people on a screen', () => {
  beforeEach(() => setLocale('nl'))

  it('[UI8] every picture has a drawing and a name in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      setLocale(language)
      expect(new Set(pictures.map(pictureName)).size).toBe(pictures.length)
    }
    const shapes: Readonly<Record<string, Shape>> = { ...pictureShapes, ...sparePictureShapes }
    expect(Object.keys(shapes).toSorted()).toEqual([...pictures].toSorted())
    const drawings = pictures.map((picture) =>
      renderToStaticMarkup(
        isFirstPicture(picture) ? (
          <Plaatje picture={picture} colour="rood" />
        ) : (
          <SpareDrawing picture={picture} />
        ),
      ),
    )
    expect(new Set(drawings).size).toBe(pictures.length)
    for (const drawing of drawings) expect(drawing).toContain('<path')
  })

  it('[UI8] a person has a name beside the picture, and somebody outside the circle has a letter', () => {
    const member = renderToStaticMarkup(<PersonChip name="oom Herman" look={lookAt(2)} />)
    expect(member).toContain('<bdi')
    expect(member).toContain('oom Herman')
    expect(member).toContain('<path')
    const outside = renderToStaticMarkup(<PersonChip name="ömer" />)
    expect(outside).toContain('>Ö<')
    expect(outside).not.toContain('<path')
  })

  it('[UI8] the circle says in words who is here, who is not, and which seat is yours', () => {
    const markup = renderToStaticMarkup(
      <CircleRing
        seats={[
          { id: 'a', name: 'Johan', look: lookAt(7), state: 'here' },
          { id: 'b', name: 'Ria', state: 'empty' },
          { id: 'c', name: 'Wim', state: 'you' },
        ]}
      />,
    )
    expect(markup).toContain('Johan is er<')
    expect(markup).toContain('Ria is er nog niet')
    expect(markup).toContain('>jij<')
  })

  it('[UI9] a ring is whole only when all five questions have an answer, and says so in words', () => {
    const open = renderToStaticMarkup(<Ring number={8} parts={[true, true, false, true, false]} />)
    expect(open).toContain('Afspraak 8. 3 van 5 vragen beantwoord')
    expect(open.match(/<path/g)).toHaveLength(5)
    const whole = renderToStaticMarkup(<Ring number={1} parts={[true, true, true, true, true]} />)
    expect(whole).toContain('5 van 5 vragen beantwoord')
    expect(whole).not.toContain('<path')
    expect(whole).toContain('<circle')
  })
})
