import type { OpenView, SharedMove } from '@kringplan/shared/contract/seatView'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { may } from '../../seats/may.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { HurdleWords } from './HurdleWords.tsx'
import { LateNames } from './LateNames.tsx'
import { actionOf, isDoor, moveWords, nowAfter } from './moves.ts'
import { tellMove, useMoveNews } from './moveNews.ts'
import asks from '../../ui/AskCard.module.css'
import styles from './ProposalBar.module.css'
import { useFreezeReady } from './useFreezeReady.ts'
import { useMove } from './useMove.ts'

export interface ProposalBarProps {
  readonly view: OpenView
  readonly home: string
}

/**
 * "Wim vraagt: zullen wij het plan vastzetten?" over every page of the circle, with yes and not now; and what became of
 * a move that somebody else was first with. Said once to who listens to the screen. [TB23]
 */
export function ProposalBar({ view, home }: ProposalBarProps) {
  const proposal = view.plan?.proposal ?? null
  const isMine = proposal !== null && proposal.personId === view.self.personId
  const move = proposal?.move ?? null
  const by = proposal?.by ?? ''
  useEffect(() => {
    if (move !== null && !isMine) announce(moveWords[move].asks({ naam: by }))
  }, [move, by, isMine])
  return (
    <>
      <MoveNews view={view} />
      {proposal === null || move === null || isDoor(view, move) || !may(view, actionOf(move)) ? null : (
        <section className={styles['bar']} aria-label={moveWords[move].question()}>
          <div className={asks['card']}>
            {isMine ? (
              <Mine view={view} move={move} />
            ) : (
              <Asked key={move} view={view} home={home} move={move} by={by} />
            )}
          </div>
        </section>
      )}
    </>
  )
}

function Mine({ view, move }: { readonly view: OpenView; readonly move: SharedMove }) {
  const { busy, drop } = useMove(view)
  return (
    <>
      <p className={asks['question']}>{moveWords[move].question()}</p>
      <p>{m.mv_mine()}</p>
      <div className={asks['buttons']}>
        <Button disabled={busy} onClick={() => void drop()}>
          {m.mv_take_back()}
        </Button>
      </div>
    </>
  )
}

function Asked(props: ProposalBarProps & { readonly move: SharedMove; readonly by: string }) {
  const { view, home, move, by } = props
  const { busy, make, drop } = useMove(view)
  const { hurdle, isReady } = useFreezeReady(move)
  const yes = async () => {
    if (await isReady()) await make(move)
  }
  return (
    <>
      <p className={asks['question']}>{capital(moveWords[move].asks({ naam: by }))}</p>
      <p>{moveWords[move].why()}</p>
      {move === 'freeze' ? <LateNames /> : null}
      {hurdle === null ? null : <HurdleWords hurdle={hurdle} />}
      <div className={asks['buttons']}>
        {hurdle === 'day' ? (
          <Link href={`${home}/weer-samen`} className={buttonClass('primary')}>
            {m.mv_day_go()}
          </Link>
        ) : (
          <Button kind="primary" disabled={busy} onClick={() => void yes()}>
            {m.mv_yes()}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void drop()}>
          {m.mv_not_now()}
        </Button>
      </div>
    </>
  )
}

/** Who was second is told what is so now, and nothing was changed by it. [TB25] */
function MoveNews({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const refusal = useMoveNews(seat)
  if (refusal === null) return null
  return (
    <div className={styles['bar']}>
      <Notice action={<Button onClick={() => tellMove(seat, null)}>{m.ui_close()}</Button>}>
        {refusal === 'stale' || refusal === 'refused'
          ? `${m.mv_first()} ${nowAfter(view.phase)}`
          : refusalText(refusal)}
      </Notice>
    </div>
  )
}
