import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { pageUnder } from '../routes.ts'
import { Loading } from '../ui/Loading.tsx'
import { PhoneIdeas } from './lazyAgreement.ts'
import { PhonePlan } from './PhonePlan.tsx'

/** The pages of the live document on a phone: the plan, and the ideas, which are loaded when they are opened. */
export function DraftPages({ home }: { readonly home: string }) {
  const [location] = useLocation()
  if (pageUnder(location, home).startsWith('plan')) return <PhonePlan home={home} />
  return (
    <Suspense fallback={<Loading />}>
      <PhoneIdeas home={home} />
    </Suspense>
  )
}
