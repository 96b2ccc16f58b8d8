import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { may } from '../seats/may.ts'
import { translate } from '../ui/icons/icons.ts'
import { handWaving, screen } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './NowPage.module.css'

interface SmallLinksProps {
  readonly view: OpenView | ClosedView
  readonly home: string
  /** Whether the question is one of them, where the main button leads elsewhere. */
  readonly question: boolean
}

/** The quiet ways on from Nu, always in the same order and place. */
export function SmallLinks({ view, home, question }: SmallLinksProps) {
  const coordinator = view.coordinators[0]
  return (
    <nav className={styles['small']} aria-label={m.now_more()}>
      {question ? <Link href={`${home}/vraag`}>{m.now_question_short()}</Link> : null}
      {view.kind === 'closed' ? <Link href={`${home}/deur`}>{m.gate_who()}</Link> : null}
      {coordinator !== undefined && may(view, 'call.make') ? (
        <Link href={`${home}/roep`}>
          <Icon shape={handWaving} />
          {m.call_btn({ coord: coordinator })}
        </Link>
      ) : null}
      {may(view, 'board.pair') ? (
        <Link href={`${home}/bord`}>
          <Icon shape={screen} />
          {m.now_pair()}
        </Link>
      ) : null}
      <Link href={`${home}/van-mij`}>
        <Icon shape={translate} />
        {m.now_mine()}
      </Link>
    </nav>
  )
}
