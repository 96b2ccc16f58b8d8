import type { ListedName } from '@kringplan/shared/contract/joining'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { readLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { nameError } from './nameError.ts'
import styles from './StartPage.module.css'

/** Chosen when the own name is not in the list. No id looks like it. */
const NOT_LISTED = ''

export interface WhoAreYouProps {
  readonly code: string
  readonly peek: { readonly circle: string; readonly names: readonly ListedName[] }
  /** The seat is remembered by this browser. */
  readonly onJoined: (seat: string) => void
}

/** "Wie ben jij?": the names of the circle, and another. The seat that comes of it waits for a yes. */
export function WhoAreYou({ code, peek, onJoined }: WhoAreYouProps) {
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
    onJoined(joined.value.seat)
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
