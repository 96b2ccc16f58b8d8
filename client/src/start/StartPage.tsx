import { parseCode } from '@kringplan/shared/contract/codes'
import { useState, type FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { HeldSeats } from '../seats/HeldSeats.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import styles from './StartPage.module.css'

/** The beginning: a code to type, and small ways on for a coordinator and a board. */
export function StartPage() {
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const join = async (event: FormEvent) => {
    event.preventDefault()
    const code = parseCode(typed)
    if (code === null) {
      setError(m.err_code_shape({ code: 'KAFT-4736' }))
      return
    }
    setBusy(true)
    const peek = await call('peekCode', { input: { code } })
    setBusy(false)
    if (peek.ok) go('/code', { state: { code } })
    else setError(refusalText(peek.refusal.refusal))
  }

  return (
    <PhonePage
      title={m.start_title()}
      lead={m.start_scan_how()}
      start={<LanguagePicker />}
      strips={<SeatStrips practice={isPractice()} />}
    >
      <form className={styles['code']} onSubmit={(event) => void join(event)} noValidate>
        <TextField
          label={m.start_code()}
          hint={m.start_code_example({ code: 'KAFT-4736' })}
          error={error}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
        />
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {m.start_join()}
        </Button>
      </form>
      <HeldSeats />
      <nav className={styles['small']} aria-label={m.now_more()}>
        <Link href="/c">{m.start_coord()}</Link>
        <Link href="/bord">{m.start_board()}</Link>
      </nav>
    </PhonePage>
  )
}
