import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { agreementDigest, type ProfessionalAnswerKind } from '@kringplan/shared/plan/canonical'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useSave } from '../coordinator/useSave.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './TablePlan.module.css'

export interface AnswerFormProps {
  readonly agreement: Agreement
  readonly view: OpenView
  /** Whether this professional stands in the agreement; if not, the form waits to be asked for. */
  readonly isOwn: boolean
}

/** "Dit kan" or "Dit kan zo niet, want…", of a professional, to one agreement. It never blocks the circle. */
export function AnswerForm({ agreement, view, isOwn }: AnswerFormProps) {
  const given = view.plan?.answers.find(
    (one) => one.agreement === agreement.id && one.by.id === view.self.personId,
  )
  const [isOpen, setOpen] = useState(isOwn || given !== undefined)
  const [answer, setAnswer] = useState<ProfessionalAnswerKind | null>(given?.answer ?? null)
  const [words, setWords] = useState(given?.words ?? '')
  const [state, run] = useSave()
  if (!isOpen) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {m.tb_about_me()}
      </Button>
    )
  }
  const send = (kind: ProfessionalAnswerKind | null) =>
    run(
      call('answerPlan', {
        params: { seat: view.self.seat, id: agreement.id },
        input: {
          answer: kind,
          words: kind === null ? '' : words,
          seen: agreementDigest(agreement),
        },
      }),
    )
  const takeBack = async () => {
    if (!(await send(null))) return
    setAnswer(null)
    setWords('')
  }
  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault()
        if (answer !== null) void send(answer)
      }}
    >
      <ChoiceGroup label={m.tb_possible()} layout="row">
        {(['can', 'cannot'] as const).map((kind) => (
          <Choice
            key={kind}
            type="radio"
            name={`answer-${agreement.id}`}
            checked={answer === kind}
            onChange={() => setAnswer(kind)}
          >
            {kind === 'can' ? m.p_i_can() : m.p_i_cant()}
          </Choice>
        ))}
      </ChoiceGroup>
      {answer === null ? null : (
        <TextField
          label={answer === 'can' ? m.tb_can_words() : m.tb_cannot_words()}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className={styles['buttons']}>
        <Button kind="primary" type="submit" disabled={answer === null || state.busy}>
          {m.tb_say()}
        </Button>
        {given === undefined ? null : (
          <Button kind="quiet" disabled={state.busy} onClick={() => void takeBack()}>
            {m.tb_unsay()}
          </Button>
        )}
      </div>
      <output>{state.saved ? m.ui_saved() : null}</output>
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
    </form>
  )
}
