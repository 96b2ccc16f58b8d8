import type { OpenView } from '@kringplan/shared/contract/seatView'
import { findModel } from '@kringplan/shared/models/catalogue'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../api/call.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { PairBoard } from '../seats/PairBoard.tsx'
import { WaitingDevices } from '../seats/WaitingDevices.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { ConfirmSheet } from '../ui/Sheet.tsx'
import { CallsHeard } from './CallHeard.tsx'
import { EndConference } from './EndConference.tsx'
import styles from './forms.module.css'
import { phaseText } from './phaseText.ts'
import { TableDay } from './table/TableDay.tsx'
import { BeginMeeting } from './prepare/BeginMeeting.tsx'
import { useSave } from './useSave.ts'

/** The day itself, in the order of the meeting: the next step, who is here, the board, the end. */
export function DayPage({ view, home }: { readonly view: OpenView; readonly home: string }) {
  return (
    <>
      <CallsHeard view={view} />
      <WaitingDevices view={view} />
      <section className={styles['card']}>
        <h2>{phaseText(view.phase)}</h2>
        <NextStep view={view} home={home} />
      </section>
      <Rounds view={view} />
      <WhoIsHere view={view} />
      <BoardCard view={view} />
      {may(view, 'phase.end') ? <EndConference view={view} /> : null}
    </>
  )
}

/** The board and the code for who has no card, as long as there is something to do about them. */
function BoardCard({ view }: { readonly view: OpenView }) {
  const mayPair = may(view, 'board.pair')
  if (view.joinCode === null && !mayPair) return null
  return (
    <section className={styles['card']}>
      <h2>{m.board_title()}</h2>
      {view.boards > 0 && mayPair ? <p>{m.board_pair_have()}</p> : null}
      {view.joinCode === null ? null : (
        <p>
          {m.day_join_code()} <span className={styles['code']}>{view.joinCode}</span>
        </p>
      )}
      {mayPair ? <PairBoard seat={view.self.seat} /> : null}
    </section>
  )
}

/** The one thing that a coordinator does now. Closing the door is never it: the circle does that. */
function NextStep({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const [state, run] = useSave()
  const [leaving, setLeaving] = useState(false)
  const params = { seat: view.self.seat }
  const input = { revision: view.revision }
  return (
    <>
      {may(view, 'phase.begin') ? <BeginMeeting view={view} /> : null}
      {may(view, 'room.leave') ? (
        <>
          <p>
            {m.day_out_why()} {m.day_out_who()}
          </p>
          <div>
            <Button kind="primary" onClick={() => setLeaving(true)}>
              {m.door_out()}
            </Button>
          </div>
        </>
      ) : null}
      {may(view, 'phase.draft') && view.phase === 'information' ? (
        <div>
          <Button
            kind="primary"
            disabled={state.busy}
            onClick={() => void run(call('draft', { params, input }))}
          >
            {m.day_draft()}
          </Button>
        </div>
      ) : null}
      {isAtTable(view) ? <TableDay view={view} home={home} /> : null}
      {may(view, 'phase.present') ? (
        <div>
          <Button disabled={state.busy} onClick={() => void run(call('present', { params, input }))}>
            {m.tb_present()}
          </Button>
        </div>
      ) : null}
      {may(view, 'plan.read') && view.phase === 'deliberation' ? (
        <>
          <p>{m.day_read_along_why()}</p>
          <div>
            <Link href={`${home}/plan`} className={buttonClass('primary')}>
              {m.day_read_along()}
            </Link>
          </div>
        </>
      ) : null}
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
      {leaving ? (
        <ConfirmSheet
          title={m.door_out()}
          confirm={m.door_out()}
          onConfirm={() => void run(call('leave', { params }))}
          onClose={() => setLeaving(false)}
        >
          <p>{m.door_out_sure()}</p>
          {state.error === undefined ? null : <p role="alert">{state.error}</p>}
        </ConfirmSheet>
      ) : null}
    </>
  )
}

function isAtTable({ phase }: OpenView): boolean {
  return phase === 'presentation' || phase === 'signing' || phase === 'followUp'
}

/** What is asked aloud in meetings that the coordinator leads. Never typed. */
function Rounds({ view }: { readonly view: OpenView }) {
  const locale = useLocale()
  const model = findModel(view.modelId)
  if (model === undefined || model.rounds.length === 0 || view.hasDoor) return null
  if (view.phase !== 'information' && view.phase !== 'deliberation') return null
  return (
    <section className={styles['card']}>
      <h2>{m.day_rounds()}</h2>
      <p className={styles['help']}>{m.day_rounds_how()}</p>
      <ol className={styles['rounds']}>
        {model.rounds.map((round) => (
          <li key={round.nl}>{round[locale]}</li>
        ))}
      </ol>
    </section>
  )
}

function WhoIsHere({ view }: { readonly view: OpenView }) {
  const here = view.people.filter((person) => person.here && person.role !== 'coordinator')
  return (
    <section className={styles['card']}>
      <h2>{m.day_here({ n: here.length })}</h2>
      <ul className={styles['chips']}>
        {here.map((person) => (
          <li key={person.id}>
            <PersonChip name={person.name} look={lookOf(person)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
