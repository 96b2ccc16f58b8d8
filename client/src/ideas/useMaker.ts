import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { proposedFor } from '@kringplan/shared/plan/ideas'
import { useState } from 'react'
import { useCircle } from '../circle/circle.ts'

/**
 * Whose idea this agreement was: to be offered first while nobody is chosen, and in the same place for as long as
 * the question is open. Offered, never filled in [ID5].
 * @param asks whether the question is *who*
 */
export function useMaker(agreement: Agreement, asks: boolean): CirclePerson | undefined {
  const { live, people } = useCircle()
  const [maker] = useState(() =>
    asks && agreement.who.length === 0 ? proposedFor(live.doc, agreement.id) : null,
  )
  return people.find((person) => person.id === maker)
}
