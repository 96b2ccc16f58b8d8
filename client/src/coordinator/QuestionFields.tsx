import { m } from '../messages/compiled/messages.js'
import { Status } from '../seats/Status.tsx'
import { TextArea, TextField } from '../ui/Field.tsx'
import type { QuestionErrors } from './questionErrors.ts'
import { questionHelp } from './questionHelp.ts'

interface QuestionFieldsProps {
  readonly circle: string
  readonly question: string
  /** The field that is not right yet, with the sentence about it. */
  readonly errors: QuestionErrors
  readonly onChange: (change: { readonly circle?: string; readonly question?: string }) => void
}

/** The name of the circle and its question. One neutral sentence follows the question; nothing is refused. */
export function QuestionFields({ circle, question, errors, onChange }: QuestionFieldsProps) {
  const help = questionHelp(question)
  return (
    <>
      <TextField
        label={m.k_circle_label()}
        hint={m.k_circle_hint()}
        error={errors.circle}
        value={circle}
        onChange={(event) => onChange({ circle: event.currentTarget.value })}
        maxLength={240}
        autoComplete="off"
      />
      <TextArea
        label={m.k_question_label()}
        hint={m.k_question()}
        error={errors.question}
        value={question}
        onChange={(event) => onChange({ question: event.currentTarget.value })}
        rows={3}
      />
      <Status>{help === 'empty' ? '' : help === 'open' ? m.k_question_open() : m.k_question_closed()}</Status>
    </>
  )
}
