import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { ClashNotice } from '../forms/ClashNotice.tsx'
import { useKept } from '../forms/useKept.ts'
import { m } from '../messages/compiled/messages.js'
import { may } from '../seats/may.ts'
import styles from './forms.module.css'
import { SaveLine } from './SaveLine.tsx'
import { TimeFields } from './TimeFields.tsx'
import { timeChanges, timeForm, type TimeForm, type TimeProblem } from './timeForm.ts'
import { useSave } from './useSave.ts'

const labels: Readonly<Record<keyof TimeForm, () => string>> = {
  date: () => m.k_date(),
  time: () => m.k_time(),
  endTime: () => m.pr_end(),
  place: () => m.k_place(),
  food: () => m.pr_food(),
}

/** When and where, of a conference that exists. */
export function TimeEditPage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const facts = {
    startsAt: view.startsAt,
    endsAt: view.preparation?.endsAt ?? null,
    place: view.place,
    food: view.preparation?.food ?? '',
  }
  const form = useKept<TimeForm>(`${seat}.tijd`, timeForm(facts))
  const [problem, setProblem] = useState<TimeProblem>()
  const [state, run] = useSave()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const sent = form.changes
    const asked = timeChanges(form.values, form.was, facts)
    setProblem('problem' in asked ? asked.problem : undefined)
    if ('problem' in asked) return
    const kept = await run(
      call('editConference', { params: { seat }, input: { ...asked.changes, was: asked.was } }),
    )
    if (kept) form.saved(sent)
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      <TimeFields
        {...form.values}
        errors={errorsOf(problem)}
        onChange={(part) => {
          setProblem(undefined)
          form.change(part)
        }}
      />
      {form.clashes.map((field) => (
        <ClashNotice key={field} form={form} field={field} label={labels[field]()} />
      ))}
      <SaveLine state={state} disabled={!may(view, 'conference.edit')} isDirty={form.isDirty} />
    </form>
  )
}

function errorsOf(problem: TimeProblem | undefined): { readonly date?: string; readonly end?: string } {
  switch (problem) {
    case undefined:
      return {}
    case 'noDate':
      return { date: m.err_date_empty() }
    case 'noTime':
      return { date: m.err_time_empty() }
    case 'endAlone':
      return { end: m.pr_end_alone() }
    case 'endFirst':
      return { end: m.pr_end_error() }
  }
}
