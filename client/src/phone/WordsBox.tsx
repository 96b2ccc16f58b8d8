import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { TextField } from '@kringplan/shared/plan/schema'
import { useEffect, useRef } from 'react'
import { useCircle } from '../circle/circle.ts'
import { LazyTextField } from '../editor/LazyTextField.tsx'
import type { TextFieldApi } from '../editor/textFieldProps.ts'
import { useWriters } from '../plan/presence.ts'
import styles from './Question.module.css'
import { WritesHere } from './WritesHere.tsx'

export interface WordsBoxProps {
  readonly agreement: Agreement
  readonly field: TextField
  readonly label: string
  /** Draws the label above the box; otherwise a heading asks the question already. */
  readonly showLabel?: boolean
  /** Opens the keyboard at once. */
  readonly focus?: boolean
  readonly onDone: () => void
  readonly onEscape: () => void
  readonly onReady?: (api: TextFieldApi) => void
}

/** A box to type an answer in, and who else is typing in it. */
export function WordsBox({
  agreement,
  field,
  label,
  showLabel = false,
  focus = false,
  ...keys
}: WordsBoxProps) {
  const circle = useCircle()
  const api = useRef<TextFieldApi>(null)
  const writers = useWriters(circle.live.awareness)

  // After the sheet has given the focus to its heading: the effects of a parent run later than this one.
  useEffect(() => {
    if (focus) queueMicrotask(() => api.current?.focus())
  }, [focus])

  return (
    <div className={styles['words']}>
      {showLabel ? (
        <span className={styles['label']} aria-hidden="true">
          {label}
        </span>
      ) : null}
      <LazyTextField
        circle={circle}
        agreementId={agreement.id}
        field={field}
        label={label}
        className={styles['box'] ?? ''}
        onDone={keys.onDone}
        onEscape={keys.onEscape}
        onReady={(ready) => {
          api.current = ready
          keys.onReady?.(ready)
        }}
      />
      <WritesHere
        writers={writers.filter((writer) => writer.agreement === agreement.id && writer.field === field)}
      />
    </div>
  )
}
