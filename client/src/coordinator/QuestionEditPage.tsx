import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { ClashNotice } from '../forms/ClashNotice.tsx'
import { useKept } from '../forms/useKept.ts'
import { m } from '../messages/compiled/messages.js'
import { may } from '../seats/may.ts'
import styles from './forms.module.css'
import { questionErrors } from './questionErrors.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { SaveLine } from './SaveLine.tsx'
import { useSave } from './useSave.ts'

/** The circle's name and question of a conference that exists. */
export function QuestionEditPage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const { circle, question } = view
  const form = useKept<{ circle: string; question: string }>(`${seat}.vraag`, { circle, question })
  const [tried, setTried] = useState(false)
  const [state, run] = useSave()
  const errors = questionErrors(form.values)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(errors).length > 0) return
    const { changes, was } = form
    const kept = await run(call('editConference', { params: { seat }, input: { ...changes, was } }))
    if (kept) form.saved(changes)
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      <QuestionFields {...form.values} errors={tried ? errors : {}} onChange={form.change} />
      <ClashNotice form={form} field="circle" label={m.k_circle_label()} />
      <ClashNotice form={form} field="question" label={m.k_question_label()} />
      <SaveLine state={state} disabled={!may(view, 'conference.edit')} isDirty={form.isDirty} />
    </form>
  )
}
