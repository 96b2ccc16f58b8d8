import { useState } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { settleEditors } from '../../editor/settle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useDocStatus } from '../../plan/usePlan.ts'
import { useEnding } from '../../plan/useEnding.ts'
import type { LiveDocument } from '../../sync/liveDocument.ts'
import { sayLateDevice, useLateDevices } from '../../table/lateDevices.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { AskMove } from './AskMove.tsx'
import { hasDay } from './endingSteps.ts'
import moments from '../Moment.module.css'
import styles from './Table.module.css'
import type { Moves } from './useMoves.ts'

export interface FreezeScreenProps {
  readonly moves: Moves
  readonly onLeave: () => void
  /** To *Weer samen*: a plan without a day, or "later", is not frozen. */
  readonly onDay: () => void
}

/** "Zullen wij het plan vastzetten?" First the day; then what it means, and whose words are not here yet. */
export function FreezeScreen({ moves, onLeave, onDay }: FreezeScreenProps) {
  const { live } = useCircle()
  const ending = useEnding(live.doc)
  const [doing, setDoing] = useState(false)
  if (!hasDay(ending)) return <NoDay onLeave={onLeave} onDay={onDay} />
  const freeze = async () => {
    setDoing(true)
    await settleEditors()
    await untilArrived(live)
    await moves.make('freeze')
    setDoing(false)
  }
  return (
    <AskMove
      ask={m.bt_freeze_ask()}
      lines={[m.bt_freeze_1(), m.bt_freeze_2(), m.bt_freeze_3()]}
      yes={m.bt_freeze_yes()}
      doing={m.bt_freezing()}
      moves={doing ? { ...moves, busy: true } : moves}
      onYes={() => void freeze()}
      onNo={onLeave}
    >
      <LateWords />
    </AskMove>
  )
}

/** Whose words have not arrived. The circle waits, or goes on without them. */
function LateWords() {
  const circle = useCircle()
  const late = useLateDevices(circle)
  const { arrived } = useDocStatus(circle.live)
  const sentences = [...(arrived ? [] : [m.bt_late_board()]), ...late.map(sayLateDevice)]
  if (sentences.length === 0) return null
  return <Notice title={sentences.join(' ')}>{m.bt_late_how()}</Notice>
}

/** As long as the last word of this board may be on its way: after that the room has been told that it is not there. */
const PATIENCE_MS = 1_500

/** Resolves when the server has everything that was typed here, or after a moment. */
function untilArrived(live: LiveDocument): Promise<void> {
  return new Promise((resolve) => {
    if (live.getStatus().arrived) return resolve()
    const stop = live.subscribe(() => {
      if (live.getStatus().arrived) end()
    })
    const timer = setTimeout(() => end(), PATIENCE_MS)
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}

function NoDay({ onLeave, onDay }: Pick<FreezeScreenProps, 'onLeave' | 'onDay'>) {
  const first = useFirstFocus<HTMLButtonElement>()
  useEscape(onLeave)
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>{m.bt_no_day()}</h1>
      <p className={styles['lead']}>{m.bt_no_day_how()}</p>
      <div className={styles['buttons']}>
        <Button kind="primary" size="moment" ref={first} shortcut={m.key_enter()} onClick={onDay}>
          {m.bt_no_day_go()}
        </Button>
        <Button kind="quiet" size="moment" shortcut="Esc" onClick={onLeave}>
          {m.bd_to_plan()}
        </Button>
      </div>
    </main>
  )
}
