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
import { useDraft } from './SealedCircle.tsx'
import { needsSecond, whoOf } from './takeOut.ts'
import { useTakeOut } from './useTakeOut.ts'

export interface TakeOutMomentProps {
  readonly device: InsideDevice
  readonly onBack: () => void
}

/** "Halen wij de telefoon van Kees eruit?": what it means, who stays, and yes; or the asking of a second person. */
export function TakeOutMoment({ device, onBack }: TakeOutMomentProps) {
  const { live, me, inside } = useCircle()
  const first = useFirstFocus<HTMLButtonElement>()
  const { isBusy, problem, told, start } = useTakeOut(onBack)
  // What came of it is said here, not to a page that went.
  const back = () => (isBusy ? undefined : onBack())
  useEscape(back)
  const { device: kind } = useDraft()
  const self = { personId: me.personId, kind }
  const asksOthers = needsSecond(inside, self, device.id)
  const wat = sayDevice(device)
  const ask = () => {
    askOut(live.doc, {
      device: device.id,
      by: whoOf(self) ?? me.seat,
      name: kind === 'board' ? m.inside_board() : me.name,
      goes: device,
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
        <InsideList inside={inside.filter(({ id }) => id !== device.id && !told.includes(id))} />
      </div>
      {asksOthers ? <p className={styles['small']}>{m.out_second()}</p> : null}
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <div className={styles['buttons']}>
        <Button ref={first} size="moment" aria-disabled={isBusy} onClick={back}>
          {m.ui_back()}
        </Button>
        <Button
          kind="primary"
          size="moment"
          aria-disabled={isBusy}
          onClick={asksOthers ? ask : () => start(device)}
        >
          {isBusy ? m.out_busy({ wat }) : asksOthers ? m.out_propose() : m.out_yes()}
        </Button>
      </div>
    </main>
  )
}
