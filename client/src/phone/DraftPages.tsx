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
}

/** The pages of the live document on a phone: the plan, and the ideas, which are loaded when they are opened. */
export function DraftPages({ home, after }: DraftPagesProps) {
  const [location] = useLocation()
  if (pageUnder(location, home).startsWith('plan')) return <PhonePlan home={home} after={after} />
  return (
    <Suspense fallback={<Loading />}>
      <PhoneIdeas home={home} />
    </Suspense>
  )
}
