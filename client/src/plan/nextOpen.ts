import { openQuestions, type Agreement } from '@kringplan/shared/plan/agreement'
import { questions, type Question } from '@kringplan/shared/plan/schema'

/** The first question after this one that has no answer yet. */
export function nextOpen(agreement: Agreement, question: Question): Question | null {
  const later = questions.slice(questions.indexOf(question) + 1)
  const open = openQuestions(agreement)
  return later.find((candidate) => open.includes(candidate)) ?? null
}
