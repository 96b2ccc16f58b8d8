import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { Suspense, useState, type ReactNode } from 'react'
import { lazyPart } from '../live/lazyPart.ts'
import { Loading } from '../ui/Loading.tsx'

/* Seldom shown. */
const TakeOutMoment = lazyPart(async () => (await import('./TakeOutMoment.tsx')).TakeOutMoment)

export interface TakeOutProps {
  /** Shows who is inside; gets what to do when a device shall go. */
  readonly children: (onOut: (device: InsideDevice) => void) => ReactNode
}

/** A list of who is inside from which a device can be taken out: its question takes the place of the list. */
export function TakeOut({ children }: TakeOutProps) {
  const [out, setOut] = useState<InsideDevice | null>(null)
  if (out === null) return children(setOut)
  return (
    <Suspense fallback={<Loading />}>
      <TakeOutMoment device={out} onBack={() => setOut(null)} />
    </Suspense>
  )
}
