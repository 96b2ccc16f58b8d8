import type { OpenView, WaitingDevice } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { may } from './may.ts'
import asks from '../ui/AskCard.module.css'
import styles from './WaitingDevices.module.css'

/** "Mag Ria binnen?" for each device that waits, where this seat may answer. Nobody is let in without a name read. */
export function WaitingDevices({ view }: { readonly view: OpenView }) {
  if (view.waiting.length === 0 || !may(view, 'join.answer')) return null
  return (
    <section className={styles['list']} aria-label={m.join_waiting_list()}>
      {view.waiting.map((device) => (
        <WaitingCard key={device.id} device={device} view={view} />
      ))}
    </section>
  )
}

function WaitingCard({ device, view }: { readonly device: WaitingDevice; readonly view: OpenView }) {
  const { seat } = view.self
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo | null>(null)
  const answer = async (yes: boolean) => {
    setBusy(true)
    const done = await call('answerJoin', {
      params: { seat, id: device.id },
      input: { answer: yes ? 'yes' : 'no' },
    })
    setBusy(false)
    setRefused(done.ok ? null : done.refusal)
  }
  const first = view.phase === 'followUp' ? m.join_ask_ready : m.join_ask_room
  const question = device.how === 'again' ? m.join_ask_second : first
  return (
    <fieldset className={asks['card']} aria-label={question({ naam: device.name })}>
      <output className={asks['question']}>{question({ naam: device.name })}</output>
      {device.how === 'new' ? <p>{m.join_ask_new()}</p> : null}
      <div className={asks['buttons']}>
        <Button kind="primary" disabled={busy} onClick={() => void answer(true)}>
          {m.join_ask_yes()}
        </Button>
        <Button disabled={busy} onClick={() => void answer(false)}>
          {m.join_ask_no()}
        </Button>
      </div>
      {refused === null ? null : <p role="alert">{refusalText(refused.refusal)}</p>}
    </fieldset>
  )
}
