import { m } from '../messages/compiled/messages.js'

/** In characters as people count them; the server holds the same lines. */
export const longest = { circle: 60, question: 300 } as const

/** A field that is not right yet, with the sentence about it. */
export interface QuestionErrors {
  readonly circle?: string
  readonly question?: string
}

/** What is not right yet about the circle's name and its question; empty when both can be sent. */
export function questionErrors(typed: {
  readonly circle: string
  readonly question: string
}): QuestionErrors {
  const circle = errorOf(typed.circle, longest.circle, m.err_circle_empty, m.err_name_long)
  const question = errorOf(typed.question, longest.question, m.err_question_empty, m.err_question_long)
  return { ...(circle === undefined ? {} : { circle }), ...(question === undefined ? {} : { question }) }
}

function errorOf(typed: string, limit: number, empty: () => string, long: () => string): string | undefined {
  const words = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (words === '') return empty()
  return [...words].length > limit ? long() : undefined
}
