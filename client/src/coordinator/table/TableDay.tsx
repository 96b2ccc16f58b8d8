import { files } from '@kringplan/shared/contract/routes'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, type CallArguments } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { unbroken } from '../../phone/table/unbroken.ts'
import { may } from '../../seats/may.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ConfirmSheet } from '../../ui/Sheet.tsx'

/** What the coordinator can do from the table on: read along, ask; and where there is no door, lead the steps. */
export function TableDay({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const version = view.plan?.version
  if (view.phase === 'followUp') {
    return (
      <>
        <p>{m.k_done_task()}</p>
        <p>{m.k_done_call()}</p>
      </>
    )
  }
  return (
    <>
      <p>{view.phase === 'signing' ? m.tb_sign_why() : m.tb_read_why()}</p>
      {version === null || version === undefined ? null : (
        <p>{m.tb_code({ code: unbroken(version.code) })}</p>
      )}
      <div>
        <Link href={`${home}/tafel`} className={buttonClass('primary')}>
          {m.tb_read_plan()}
        </Link>
      </div>
      {may(view, 'version.read') ? (
        <div>
          <a
            href={files.signaturePage(view.self.seat)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass()}
          >
            {m.tb_paper()}
          </a>
        </div>
      ) : null}
      <Steps view={view} />
    </>
  )
}

/** A step of the meeting that a coordinator leads: asked once more in words before it is made. */
interface Step {
  readonly move: 'freeze' | 'table' | 'finish'
  readonly action: 'phase.freeze' | 'phase.table' | 'phase.finish'
  readonly name: () => string
  readonly why: () => string
}

const steps: readonly Step[] = [
  { move: 'freeze', action: 'phase.freeze', name: m.tb_freeze, why: m.tb_freeze_why },
  { move: 'finish', action: 'phase.finish', name: m.tb_finish, why: m.tb_finish_why },
  { move: 'table', action: 'phase.table', name: m.tb_table, why: m.tb_to_table_why },
]

function Steps({ view }: { readonly view: OpenView }) {
  const [asking, setAsking] = useState<Step | null>(null)
  const [error, setError] = useState<string>()
  const make = async ({ move }: Step) => {
    const asked: CallArguments<typeof move> = {
      params: { seat: view.self.seat },
      input: { revision: view.revision },
    }
    const done = await call(move, asked)
    if (done.ok) setError(undefined)
    // Refused here means that the meeting has moved on meanwhile: the button was there because it was possible.
    else setError(isFirst(done.refusal.refusal) ? m.tb_first() : refusalText(done.refusal.refusal))
    setAsking(null)
  }
  return (
    <>
      {steps.map((step) =>
        may(view, step.action) ? (
          <div key={step.move}>
            <Button onClick={() => setAsking(step)}>{step.name()}</Button>
          </div>
        ) : null,
      )}
      {error === undefined ? null : <Notice kind="error">{error}</Notice>}
      {asking === null ? null : (
        <ConfirmSheet
          title={asking.name()}
          confirm={asking.name()}
          onConfirm={() => void make(asking)}
          onClose={() => setAsking(null)}
        >
          <p>{asking.why()}</p>
        </ConfirmSheet>
      )}
    </>
  )
}

const isFirst = (refusal: string): boolean => refusal === 'stale' || refusal === 'refused'
