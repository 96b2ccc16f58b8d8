import { colourValues, isDeep, paperColours } from '@kringplan/shared/conference/colours'
import { isColourId, isPictureId } from '@kringplan/shared/conference/palette'
import { pictureShapes } from '@kringplan/shared/conference/pictureShapes'
import { sparePictureShapes } from '@kringplan/shared/conference/sparePictureShapes'
import { DRAWING } from '@kringplan/shared/plan/signature'

const shapes = { ...pictureShapes, ...sparePictureShapes }
const DISC = 100
/** As on the screens (Plaatje.module.css): a rim of 5.5 %, a drawing of 62 %. */
const RIM = 5.5
const DRAWN = 0.62
const PEN = 7

/**
 * The disc of somebody as an SVG file: the picture in its colour. Null for what is no picture or colour of the palette.
 * Of what stands in the plan file only the two names are used: no word of it gets into the drawing.
 */
export function discSvg(picture: string | null, colour: string | null): string | null {
  if (!isPictureId(picture) || !isColourId(colour)) return null
  const { ink } = paperColours
  const deep = isDeep(colour)
  const rim = deep ? '' : ` stroke="${ink}" stroke-width="${RIM}"`
  const radius = deep ? DISC / 2 : (DISC - RIM) / 2
  const corner = (DISC * (1 - DRAWN)) / 2
  const drawing = `<path transform="translate(${corner} ${corner}) scale(${(DISC * DRAWN) / 256})" fill="${deep ? '#ffffff' : ink}" d="${shapes[picture]}"/>`
  const disc = `<circle cx="50" cy="50" r="${radius}" fill="${colourValues[colour]}"${rim}/>`
  return svg(DISC, DISC, disc + drawing)
}

/** The strokes of a drawn signature as an SVG file: paths of the pen, whatever numbers came. Null when there are none. */
export function strokesSvg(strokes: readonly (readonly number[])[]): string | null {
  const paths = strokes.map(strokePath).filter((path) => path !== '')
  if (paths.length === 0) return null
  const pen = `fill="none" stroke="${paperColours.ink}" stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round"`
  return svg(DRAWING.width, DRAWING.height, `<path ${pen} d="${paths.join('')}"/>`)
}

/** A line through the middles between the points, bent at the points: it looks as it was drawn. */
function strokePath(stroke: readonly number[]): string {
  const points = pairs(stroke)
  const [first, ...rest] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  const start = `M${first.join(' ')}`
  // A tap of the pen: a line without length is not drawn everywhere.
  if (rest.length === 0) return `${start}h0.1`
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? point
    return `Q${point.join(' ')} ${(point[0] + next[0]) / 2} ${(point[1] + next[1]) / 2}`
  })
  return `${start}${bends.join('')}L${last.join(' ')}`
}

function pairs(stroke: readonly number[]): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  for (let i = 0; i + 1 < stroke.length; i += 2) {
    points.push([within(stroke[i], DRAWING.width), within(stroke[i + 1], DRAWING.height)])
  }
  return points
}

/** Inside the field, and clear of its edge, where half the pen would be cut off. */
function within(value: number | undefined, size: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(size - PEN, Math.max(PEN, Math.round(value)))
    : PEN
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${content}</svg>`
}
