import { Suspense, useState, type ReactNode } from 'react'
import { lazyPart } from '../live/lazyPart.ts'
import { Loading } from '../ui/Loading.tsx'

/* Seldom shown. */
const FarMoment = lazyPart(async () => (await import('./FarMoment.tsx')).FarMoment)

/** A page with a way to let in somebody who is far away: its questions take the place of the page. */
export function FarAway({ children }: { readonly children: (onFar: () => void) => ReactNode }) {
  const [isFar, setFar] = useState(false)
  if (!isFar) return children(() => setFar(true))
  return (
    <Suspense fallback={<Loading />}>
      <FarMoment onBack={() => setFar(false)} />
    </Suspense>
  )
}
