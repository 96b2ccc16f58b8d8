import type { CirclePerson, InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useState, type FormEvent } from 'react'
import { m } from '../messages/compiled/messages.js'
import { PhonePage } from '../seats/PhonePage.tsx'
import { nameError } from '../start/nameError.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { peopleOutside, type FarPerson } from './farPeople.ts'
import styles from './Far.module.css'

/** Chosen when the name is not in the list. No id looks like it. */
const OTHER = ''

export interface FarWhoProps {
  readonly people: readonly CirclePerson[]
  readonly inside: readonly InsideDevice[]
  readonly busy: boolean
  /** What the server said to the last try. */
  readonly error: string | undefined
  readonly onMake: (who: FarPerson) => void
  readonly onBack: () => void
}

/** "Wie is er ver weg?": the members who are not inside, and another name. */
export function FarWho({ people, inside, busy, error, onMake, onBack }: FarWhoProps) {
  const outside = peopleOutside(people, inside)
  const [chosen, setChosen] = useState(outside.length === 0 ? OTHER : undefined)
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  useEscape(onBack)
  const isOther = chosen === OTHER
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const person = outside.find(({ id }) => id === chosen)
    const fault = isOther
      ? nameError(name, people, m.err_person_empty)
      : person === undefined
        ? m.err_choose()
        : undefined
    setWrong(fault)
    if (fault !== undefined) return
    onMake(
      person === undefined
        ? { personId: null, name: tidy(name) }
        : { personId: person.id, name: person.name },
    )
  }
  const said = wrong ?? error
  return (
    <PhonePage title={m.far_who()} lead={m.far_who_how()}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <ChoiceGroup label={m.far_who()} labelHidden error={isOther ? undefined : said}>
          {outside.map(({ id, name: each }) => (
            <Choice key={id} type="radio" name="far" checked={chosen === id} onChange={() => setChosen(id)}>
              <bdi>{each}</bdi>
            </Choice>
          ))}
          <Choice type="radio" name="far" checked={isOther} onChange={() => setChosen(OTHER)}>
            {m.far_other()}
          </Choice>
        </ChoiceGroup>
        {isOther ? (
          <TextField
            label={m.far_name()}
            error={said}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
          />
        ) : null}
        <div className={styles['buttons']}>
          <Button type="submit" kind="primary" size="large" disabled={busy}>
            {m.far_make()}
          </Button>
          <Button kind="quiet" size="large" onClick={onBack}>
            {m.ui_back()}
          </Button>
        </div>
      </form>
    </PhonePage>
  )
}

/** As the server keeps it, so that who comes in with it is known by it. */
const tidy = (name: string): string => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
