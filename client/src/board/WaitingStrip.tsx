import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { may } from '../seats/may.ts'
import { Button } from '../ui/Button.tsx'
import styles from './BoardPlan.module.css'

/** "Mag Ria binnen?" over the plan: a strip that takes no focus, because somebody may be typing. */
export function WaitingStrip({ view }: { readonly view: OpenView }) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo['refusal'] | null>(null)
  const [first] = view.waiting
  if (first === undefined || !may(view, 'join.answer')) return null
  const question = first.how === 'again' ? m.bd_wait_again : m.bd_wait_in
  const answer = async (yes: boolean) => {
    setBusy(true)
    const done = await call('answerJoin', {
      params: { seat: view.self.seat, id: first.id },
      input: { answer: yes ? 'yes' : 'no' },
    })
    setBusy(false)
    setRefused(done.ok ? null : done.refusal.refusal)
  }
  return (
    <div className={styles['called']}>
      <output>
        {question({ naam: first.name })} {first.how === 'new' ? m.bd_wait_new({ naam: first.name }) : null}
      </output>
      <Button kind="primary" disabled={busy} onClick={() => void answer(true)}>
        {m.ui_yes()}
      </Button>
      <Button disabled={busy} onClick={() => void answer(false)}>
        {m.ui_no()}
      </Button>
      {refused === null ? null : <span role="alert">{refusalText(refused)}</span>}
    </div>
  )
}
