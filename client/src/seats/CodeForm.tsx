import { parseCode } from '@kringplan/shared/contract/codes'
import { useState, type FormEvent } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'

/** A code as people are shown it, before they have seen one. */
export const EXAMPLE_CODE = 'KAFT-4736'

export interface CodeFormProps {
  readonly label: string
  readonly hint: string
  readonly className: string | undefined
  readonly button: Pick<ButtonProps, 'kind' | 'size' | 'children'>
  /** Does what the code is for; the words of what went wrong when it did not. */
  readonly send: (code: string) => Promise<string | undefined>
}

/** A code to type, in one field: what cannot be one is said before anything is sent. */
export function CodeForm({ label, hint, className, button, send }: CodeFormProps) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const code = parseCode(typed)
    if (code === null) {
      setError(m.err_code_shape({ code: EXAMPLE_CODE }))
      return
    }
    setBusy(true)
    const wrong = await send(code)
    setBusy(false)
    setError(wrong)
    if (wrong === undefined) setTyped('')
  }

  return (
    <form className={className} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={label}
        hint={hint}
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit" {...button} disabled={busy} />
    </form>
  )
}
