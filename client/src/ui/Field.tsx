import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './Field.module.css'
import { Icon } from './icons/Icon.tsx'
import { warning } from './icons/icons.ts'

interface FieldWords {
  /** The question, which is the label. */
  readonly label: string
  /** When a heading above already asks it: read out only. */
  readonly labelHidden?: boolean
  /** One sentence of help, below the label. */
  readonly hint?: ReactNode
  /** What to do about it, when something is not right yet. Read out with the field. */
  readonly error?: string | undefined
}

export type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'className' | 'style' | 'id'>
export type SelectFieldProps = FieldWords & Omit<ComponentProps<'select'>, 'className' | 'style' | 'id'>
export type TextAreaProps = FieldWords & Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id'>

/** One line of text with its question, help and error tied to it. People's words keep their own direction. */
export function TextField({ label, labelHidden = false, hint, error, ...input }: TextFieldProps) {
  const ids = useFieldIds(hint, error)
  return (
    <FieldFrame ids={ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <input dir="auto" {...input} {...ids.aria} id={ids.input} className={styles['input']} />
    </FieldFrame>
  )
}

/** Several lines of text; otherwise as `TextField`. */
export function TextArea({ label, hint, error, rows = 3, ...area }: TextAreaProps) {
  const ids = useFieldIds(hint, error)
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      <textarea dir="auto" rows={rows} {...area} {...ids.aria} id={ids.input} className={styles['input']} />
    </FieldFrame>
  )
}

/** One out of a list, with its question; otherwise as `TextField`. For lists that are too long to show as choices. */
export function SelectField({ label, hint, error, children, ...select }: SelectFieldProps) {
  const ids = useFieldIds(hint, error)
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      <select dir="auto" {...select} {...ids.aria} id={ids.input} className={styles['input']}>
        {children}
      </select>
    </FieldFrame>
  )
}

type FieldIds = ReturnType<typeof useFieldIds>

function useFieldIds(hint: ReactNode, error: string | undefined) {
  const base = useId()
  const described = [
    hint === undefined ? undefined : `${base}-hint`,
    error === undefined ? undefined : `${base}-error`,
  ].filter((id) => id !== undefined)
  return {
    input: `${base}-input`,
    hint: `${base}-hint`,
    error: `${base}-error`,
    aria: {
      ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
      ...(error === undefined ? {} : { 'aria-invalid': true as const }),
    },
  }
}

function FieldFrame({
  ids,
  label,
  labelHidden = false,
  hint,
  error,
  children,
}: FieldWords & { ids: FieldIds; children: ReactNode }) {
  return (
    <div className={styles['field']} data-error={error === undefined ? undefined : ''}>
      <label className={labelHidden ? styles['labelHidden'] : styles['label']} htmlFor={ids.input}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={styles['hint']} id={ids.hint}>
          {hint}
        </p>
      )}
      {children}
      {error === undefined ? null : (
        <p className={styles['error']} id={ids.error} role="alert">
          <Icon shape={warning} />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
