import type { ListedName } from '@kringplan/shared/contract/messages'
import { useState, type FormEvent } from 'react'
import { Redirect, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { useCall } from '../api/useCall.ts'
import { readLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { homeOf } from '../routes.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import { nameError } from './nameError.ts'
import styles from './StartPage.module.css'

interface Peeked {
  readonly circle: string
  readonly names: readonly ListedName[]
}

/** After a typed code: "Wie ben jij?" with the names of the circle. The room is asked before anybody comes in. */
export function CodePage() {
  const code = codeOfPage()
  const { answer } = useCall('peekCode', code === null ? null : { input: { code } })

  if (code === null) return <Redirect to="/" replace />
  if (answer === null) return <Loading />
  if (!answer.ok) return <PlainPage title={refusalText(answer.refusal.refusal)} />
  return <WhoAreYou code={code} peek={answer.value} />
}

/** Chosen when the own name is not in the list. No id looks like it. */
const NOT_LISTED = ''

function WhoAreYou({ code, peek }: { readonly code: string; readonly peek: Peeked }) {
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<string>()
  const [name, setName] = useState('')
  const [error, setError] = useState<{ readonly at: 'choice' | 'name'; readonly text: string }>()
  const [busy, setBusy] = useState(false)
  const listed = peek.names.find((each) => each.id === chosen)

  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const wrongName = chosen === NOT_LISTED ? nameError(name, peek.names) : undefined
    if (chosen === undefined || wrongName !== undefined) {
      setError(
        wrongName === undefined ? { at: 'choice', text: m.err_choose() } : { at: 'name', text: wrongName },
      )
      return
    }
    setBusy(true)
    const who = chosen === NOT_LISTED ? { name } : { personId: chosen }
    const joined = await call('joinByCode', { input: { code, language: readLocale(), who } })
    setBusy(false)
    if (!joined.ok) {
      const at = chosen === NOT_LISTED && joined.refusal.refusal === 'badInput' ? 'name' : 'choice'
      setError({ at, text: at === 'name' ? m.err_name_strange() : refusalText(joined.refusal.refusal) })
      return
    }
    rememberSeat({
      seat: joined.value.seat,
      role: 'member',
      circle: peek.circle,
      name: listed?.name ?? name,
      locale: readLocale(),
    })
    go(homeOf('member', joined.value.seat), { replace: true })
  }

  return (
    <PhonePage title={m.join_who()} lead={<bdi>{peek.circle}</bdi>} start={<BackLink href="/" />}>
      <form className={styles['names']} onSubmit={(event) => void ask(event)} noValidate>
        <ChoiceGroup
          label={m.join_choose()}
          labelHidden
          error={error?.at === 'choice' ? error.text : undefined}
        >
          {peek.names.map(({ id, name: each, taken }) => (
            <Choice
              key={id}
              type="radio"
              name="who"
              checked={chosen === id}
              onChange={() => setChosen(id)}
              note={taken ? m.join_taken() : undefined}
            >
              <bdi>{each}</bdi>
            </Choice>
          ))}
          <Choice
            type="radio"
            name="who"
            checked={chosen === NOT_LISTED}
            onChange={() => setChosen(NOT_LISTED)}
          >
            {m.join_notlisted()}
          </Choice>
        </ChoiceGroup>
        {chosen === NOT_LISTED ? (
          <TextField
            label={m.join_your_name()}
            hint={m.k_main_hint()}
            error={error?.at === 'name' ? error.text : undefined}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
          />
        ) : null}
        {listed?.taken === true ? <Status>{m.join_other()}</Status> : null}
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {m.start_join()}
        </Button>
      </form>
    </PhonePage>
  )
}

/** The code that the start page handed over in the history entry: it survives a reload and is in no address. */
function codeOfPage(): string | null {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null) return null
  const { code } = state as { code?: unknown }
  return typeof code === 'string' ? code : null
}
