import { openQuestions, type Agreement } from '@kringplan/shared/plan/agreement'
import type { RingParts } from '../ui/Ring.tsx'

/** Which parts of an agreement's ring are closed: the five questions in their order. */
export function ringParts(agreement: Agreement): RingParts {
  const open = openQuestions(agreement)
  const closed = (question: (typeof open)[number]) => !open.includes(question)
  return [closed('what'), closed('who'), closed('where'), closed('when'), closed('fallback')]
}
