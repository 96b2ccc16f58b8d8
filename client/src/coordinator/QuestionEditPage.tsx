import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { may } from '../seats/may.ts'
import styles from './forms.module.css'
import { questionErrors } from './questionErrors.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { SaveLine } from './SaveLine.tsx'
import { useSave } from './useSave.ts'

/** The circle's name and question of a conference that exists. */
export function QuestionEditPage({ view }: { readonly view: OpenView }) {
  const [circle, setCircle] = useState(view.circle)
  const [question, setQuestion] = useState(view.question)
  const [tried, setTried] = useState(false)
  const [state, run] = useSave()
  const errors = questionErrors({ circle, question })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(errors).length > 0) return
    await run(call('editConference', { params: { seat: view.self.seat }, input: { circle, question } }))
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      <QuestionFields
        circle={circle}
        question={question}
        errors={tried ? errors : {}}
        onChange={(change) => {
          if (change.circle !== undefined) setCircle(change.circle)
          if (change.question !== undefined) setQuestion(change.question)
        }}
      />
      <SaveLine state={state} disabled={!may(view, 'conference.edit')} />
    </form>
  )
}
