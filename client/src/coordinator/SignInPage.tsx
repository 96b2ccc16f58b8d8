import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { deskPath, takeFragment } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { Notice } from '../ui/Notice.tsx'
import { readDesk, rememberDesk } from './deskStore.ts'

/** A coordinator's one-time link: /c with the secret in the fragment. A press uses it up, opening it does not. */
export function SignInPage() {
  const [token, setToken] = useState(takeFragment)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [, go] = useLocation()
  const known = readDesk()

  useEffect(() => {
    const onHash = () => {
      const next = takeFragment()
      if (next !== '') setToken(next)
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])

  const signIn = async () => {
    setBusy(true)
    const done = await call('signIn', { input: { token } })
    setBusy(false)
    if (!done.ok) {
      setError(done.refusal.refusal === 'unknownLink' ? m.sign_old() : refusalText(done.refusal.refusal))
      return
    }
    rememberDesk(done.value.desk)
    go(deskPath(done.value.desk), { replace: true })
  }

  return (
    <PhonePage
      title={m.start_coord()}
      lead={token === '' ? m.start_coord_how() : m.sign_how()}
      start={<LanguagePicker />}
      strips={<SeatStrips practice={isPractice()} />}
      actions={
        <>
          {error === undefined ? null : <Notice kind="error">{error}</Notice>}
          {token === '' ? null : (
            <Button kind="primary" size="large" disabled={busy} onClick={() => void signIn()}>
              {m.sign_do()}
            </Button>
          )}
          {known === null ? null : (
            <Link
              href={deskPath(known)}
              className={buttonClass(token === '' ? 'primary' : 'secondary', 'large')}
            >
              {m.k_home()}
            </Link>
          )}
        </>
      }
    />
  )
}
