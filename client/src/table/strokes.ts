import { DRAWING, MAX_POINTS } from '@kringplan/shared/plan/signature'

/** The strokes of a drawn signature: for each, x and y in turn, whole numbers within `DRAWING`. */
export type Strokes = readonly (readonly number[])[]

/** A place on the pad, as a share of its width and height. */
export interface PadPlace {
  readonly x: number
  readonly y: number
}

/** As many strokes as the contract takes. */
const MAX_STROKES = 200
/** Nearer than this to the last point nothing is seen of a new one. */
const NEAR = 2

/** Puts the pen down. A full drawing stays as it is. */
export function beginStroke(strokes: Strokes, place: PadPlace): Strokes {
  if (strokes.length >= MAX_STROKES || pointsOf(strokes) >= MAX_POINTS) return strokes
  return [...strokes, toPoint(place)]
}

/** Moves the pen. The same strokes when nothing is to be seen of it. */
export function moveStroke(strokes: Strokes, place: PadPlace): Strokes {
  const last = strokes.at(-1)
  if (last === undefined || pointsOf(strokes) >= MAX_POINTS) return strokes
  const [x, y] = toPoint(place)
  const [beforeX = 0, beforeY = 0] = last.slice(-2)
  if (Math.abs(x - beforeX) < NEAR && Math.abs(y - beforeY) < NEAR) return strokes
  return [...strokes.slice(0, -1), [...last, x, y]]
}

function pointsOf(strokes: Strokes): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0)
}

function toPoint({ x, y }: PadPlace): readonly [number, number] {
  return [within(x * DRAWING.width, DRAWING.width), within(y * DRAWING.height, DRAWING.height)]
}

function within(value: number, size: number): number {
  return Math.max(0, Math.min(size, Math.round(value)))
}
