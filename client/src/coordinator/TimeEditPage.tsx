import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { may } from '../seats/may.ts'
import styles from './forms.module.css'
import { fromInstant, toInstant } from './meetingTime.ts'
import { SaveLine } from './SaveLine.tsx'
import { TimeFields } from './TimeFields.tsx'
import { useSave } from './useSave.ts'

/** When and where, of a conference that exists. */
export function TimeEditPage({ view }: { readonly view: OpenView }) {
  const [when, setWhen] = useState({ ...fromInstant(view.startsAt), place: view.place })
  const [error, setError] = useState<string>()
  const [state, run] = useSave()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const startsAt = when.date === '' && when.time === '' ? null : toInstant(when)
    if (startsAt === undefined) {
      setError(when.date === '' ? m.err_date_empty() : m.err_time_empty())
      return
    }
    setError(undefined)
    await run(
      call('editConference', { params: { seat: view.self.seat }, input: { startsAt, place: when.place } }),
    )
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      <TimeFields {...when} error={error} onChange={(change) => setWhen((now) => ({ ...now, ...change }))} />
      <SaveLine state={state} disabled={!may(view, 'conference.edit')} />
    </form>
  )
}
