import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useLateRound } from '../table/lateDevices.ts'
import { InsideList } from './InsideList.tsx'

export interface InsideNowProps {
  /** Asks to take a device out. */
  readonly onOut: (device: InsideDevice) => void
  /** How the sentences under the list look. */
  readonly className?: string | undefined
}

/**
 * Whose devices are inside, who of them is away now, and whether this screen is the last. One that has lost the key
 * looks like one that is away: then it is said that only this screen is there, and what to do [SD6]. And how long a
 * draft stays in which nobody writes [SD5].
 */
export function InsideNow({ onOut, className }: InsideNowProps) {
  const circle = useCircle()
  const { inside, me } = circle
  const { away } = useLateRound(circle)
  const others = inside.filter(({ id }) => id !== me.seat)
  const words =
    inside.length === 1 && others.length === 0
      ? m.inside_only()
      : others.length > 0 && others.every(({ id }) => away.includes(id))
        ? m.inside_alone()
        : undefined
  return (
    <>
      <InsideList inside={inside} away={away} onOut={onOut} />
      {words === undefined ? null : (
        <p aria-live="polite" className={className}>
          {words}
        </p>
      )}
      <p className={className}>{m.inside_days()}</p>
    </>
  )
}
