import { parseCode } from '@kringplan/shared/contract/codes'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './PairBoard.module.css'

/** "Typ de code van het bord": makes the browser that shows this code the board of the conference. */
export function PairBoard({ seat, large = false }: { readonly seat: string; readonly large?: boolean }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [state, setState] = useState<'typing' | 'busy' | 'done'>('typing')

  const pair = async (event: FormEvent) => {
    event.preventDefault()
    const code = parseCode(typed)
    if (code === null) {
      setError(m.err_code_shape({ code: 'KAFT-4736' }))
      return
    }
    setState('busy')
    const done = await call('pairBoard', { params: { seat }, input: { code } })
    if (done.ok) {
      setState('done')
      setTyped('')
      setError(undefined)
      return
    }
    setState('typing')
    setError(
      done.refusal.refusal === 'unknownCode' ? m.board_pair_unknown() : refusalText(done.refusal.refusal),
    )
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void pair(event)} noValidate>
      <TextField
        label={m.board_pair_ask()}
        hint={m.board_pair_where({ adres: `${location.host}/bord` })}
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Button
        type="submit"
        kind={large ? 'primary' : 'secondary'}
        size={large ? 'large' : 'normal'}
        disabled={state === 'busy'}
      >
        {m.board_pair_do()}
      </Button>
      {state === 'done' ? <Notice>{m.board_pair_done()}</Notice> : null}
    </form>
  )
}
