import { m } from '../messages/compiled/messages.js'

/** A line of information while it is being written. */
export interface DraftPoint {
  readonly kind: 'worry' | 'offer'
  readonly text: string
}

export const MOST_POINTS = 5
/** In characters as people count them; the server holds the same line. */
export const LONGEST_POINT = 200

export const emptyPoint: DraftPoint = { kind: 'worry', text: '' }

/** What is not right yet about a line, as a sentence. An empty line is simply not sent. */
export function pointError(point: DraftPoint): string | undefined {
  return [...clean(point.text)].length > LONGEST_POINT ? m.err_point_long() : undefined
}

/** The lines that are sent: the ones with words, at most five. */
export function toPoints(points: readonly DraftPoint[]): { kind: 'worry' | 'offer'; text: string }[] {
  return points
    .map(({ kind, text }) => ({ kind, text: clean(text) }))
    .filter((point) => point.text !== '')
    .slice(0, MOST_POINTS)
}

function clean(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/** Lists of lines with the same words in them are the same; the empty lines of the page do not count. */
export const tidyPoints = (points: unknown): unknown => toPoints(points as readonly DraftPoint[])
