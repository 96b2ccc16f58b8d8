import type { SharedMove } from '@kringplan/shared/contract/seatView'
import { useContext, useState } from 'react'
import { CircleContext } from '../../circle/circle.ts'
import { freezeHurdle, type FreezeHurdle } from './freezeReady.ts'

export interface FreezeReady {
  /** What stood in the way of the last press; null for nothing. */
  readonly hurdle: FreezeHurdle | null
  /** Whether the move can be made now. Who was told that own words are on their way, and presses again, goes on. */
  readonly isReady: () => Promise<boolean>
}

/** Looks before a plan is fixed, on this phone; every other move is ready at once. [TB24] */
export function useFreezeReady(move: SharedMove): FreezeReady {
  const live = useContext(CircleContext)?.live
  const [hurdle, setHurdle] = useState<FreezeHurdle | null>(null)
  return {
    hurdle,
    isReady: async () => {
      if (move !== 'freeze' || live === undefined) return true
      const found = await freezeHurdle(live)
      setHurdle(found)
      return found === null || (found === 'words' && hurdle === 'words')
    },
  }
}
