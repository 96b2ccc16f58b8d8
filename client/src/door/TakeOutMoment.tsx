import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { askOut } from '@kringplan/shared/plan/goingOut'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Door.module.css'
import { InsideList } from './InsideList.tsx'
import { sayDevice } from './sayDevice.ts'
import { needsSecond } from './takeOut.ts'
import { useTakeOut } from './useTakeOut.ts'

export interface TakeOutMomentProps {
  readonly device: InsideDevice
  readonly onBack: () => void
}

/** "Halen wij de telefoon van Kees eruit?": what it means, who stays, and yes; or the asking of a second person. */
export function TakeOutMoment({ device, onBack }: TakeOutMomentProps) {
  const { live, me, inside } = useCircle()
  const first = useFirstFocus<HTMLButtonElement>()
  const { out, start } = useTakeOut(onBack)
  useEscape(onBack)
  const asksOthers = needsSecond(inside, me, device.id)
  const wat = sayDevice(device)
  const ask = () => {
    askOut(live.doc, {
      device: device.id,
      by: me.personId,
      name: me.personId === null ? m.inside_board() : me.name,
    })
    onBack()
  }
  return (
    <main className={styles['moment']}>
      <h1 className={styles['title']}>{m.out_ask({ wat })}</h1>
      <ul className={styles['lead']}>
        {[m.out_p1(), m.out_p2(), m.out_p3(), m.out_paper()].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles['insideNow']}>
        <p className={styles['count']}>{m.out_stay()}</p>
        <InsideList inside={inside.filter(({ id }) => id !== device.id)} />
      </div>
      {asksOthers ? <p className={styles['small']}>{m.out_second()}</p> : null}
      {out === 'offline' ? <Notice kind="error">{m.out_offline()}</Notice> : null}
      <div className={styles['buttons']}>
        <Button ref={first} size="moment" onClick={onBack}>
          {m.ui_back()}
        </Button>
        <Button
          kind="primary"
          size="moment"
          aria-disabled={out === 'busy'}
          onClick={asksOthers ? ask : () => start(device)}
        >
          {out === 'busy' ? m.out_busy({ wat }) : asksOthers ? m.out_propose() : m.out_yes()}
        </Button>
      </div>
    </main>
  )
}
