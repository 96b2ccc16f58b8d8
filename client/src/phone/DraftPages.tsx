import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { pageUnder } from '../routes.ts'
import { Loading } from '../ui/Loading.tsx'
import { PhoneIdeas } from './lazyAgreement.ts'
import { PhonePlan } from './PhonePlan.tsx'

export interface DraftPagesProps {
  readonly home: string
  /** What stands below the list of agreements. */
  readonly after?: ReactNode
  /** What is said to who may only read; that the circle writes, unless it is something else. */
  readonly readOnly?: string | undefined
}

/** The pages of the live document on a phone: the plan, and the ideas, which are loaded when they are opened. */
export function DraftPages({ home, after, readOnly }: DraftPagesProps) {
  const [location] = useLocation()
  if (pageUnder(location, home).startsWith('plan'))
    return <PhonePlan home={home} after={after} readOnly={readOnly} />
  return (
    <Suspense fallback={<Loading />}>
      <PhoneIdeas home={home} />
    </Suspense>
  )
}
