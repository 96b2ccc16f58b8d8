import { Link } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { DoorRing } from '../ui/DoorRing.tsx'
import { caretLeft } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './PhonePlan.module.css'

/** The bar at the top of a plan page: the way back, and the door while it is closed. */
export function PlanTop({ back, words }: { readonly back: string; readonly words: string }) {
  const { doorClosed } = useCircle()
  return (
    <header className={styles['top']}>
      <Link href={back} className={styles['back']}>
        <Icon shape={caretLeft} mirror />
        {words}
      </Link>
      {doorClosed ? <DoorRing closed /> : null}
    </header>
  )
}
