import { useId, useState, type FormEvent } from 'react'
import { isLocale, languages } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { locales } from '../messages/compiled/runtime.js'
import { Status } from '../seats/Status.tsx'
import { nameError } from '../start/nameError.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { DraftPerson } from './conferenceDraft.ts'
import styles from './forms.module.css'

export interface PersonSheetProps {
  /** Left out for somebody new. */
  readonly person?: DraftPerson | undefined
  /** Names that are in use by others. */
  readonly others: readonly { readonly name: string }[]
  /** Keeps the person; answers with a sentence when that did not work. */
  readonly onSave: (person: DraftPerson) => Promise<string | undefined>
  readonly onRemove?: (() => Promise<string | undefined>) | undefined
  readonly onClose: () => void
}

/** Somebody of the conference: the name as the circle says it, language, in the circle or not, main person. */
export function PersonSheet({ person, others, onSave, onRemove, onClose }: PersonSheetProps) {
  const [draft, setDraft] = useState<DraftPerson>(
    person ?? { name: '', language: 'nl', role: 'member', mainPerson: false },
  )
  const formId = useId()
  const [error, setError] = useState<string>()
  const [removing, setRemoving] = useState(false)
  const change = (part: Partial<DraftPerson>) => setDraft((now) => ({ ...now, ...part }))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = nameError(draft.name, others, m.err_person_empty)
    const refused = wrong ?? (await onSave({ ...draft, name: draft.name.trim() }))
    if (refused === undefined) onClose()
    else setError(refused)
  }
  const remove = async () => {
    const refused = await onRemove?.()
    if (refused === undefined) onClose()
    else setError(refused)
  }

  return (
    <Sheet
      title={person === undefined ? m.k_add() : m.k_person_of({ naam: person.name })}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} kind="primary" size="large">
          {person === undefined ? m.ui_add() : m.ui_save()}
        </Button>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={m.k_people_name()}
          hint={m.k_main_hint()}
          error={error}
          value={draft.name}
          onChange={(event) => {
            setError(undefined)
            change({ name: event.currentTarget.value })
          }}
          autoComplete="off"
        />
        <ChoiceGroup label={m.k_part()}>
          {(['member', 'professional'] as const).map((role) => (
            <Choice
              key={role}
              type="radio"
              name="role"
              checked={draft.role === role}
              onChange={() => change({ role, mainPerson: role === 'member' && draft.mainPerson })}
            >
              {role === 'member' ? m.k_add_member() : m.k_add_pro()}
            </Choice>
          ))}
        </ChoiceGroup>
        {draft.role === 'member' ? (
          <Choice
            type="checkbox"
            checked={draft.mainPerson}
            onChange={(event) => change({ mainPerson: event.currentTarget.checked })}
          >
            {m.k_add_main()}
          </Choice>
        ) : null}
        <ChoiceGroup label={m.k_language()}>
          {locales.map((locale) => (
            <Choice
              key={locale}
              type="radio"
              name="language"
              checked={draft.language === locale}
              onChange={() => isLocale(locale) && change({ language: locale })}
            >
              <span lang={locale}>{languages[locale].name}</span>
            </Choice>
          ))}
        </ChoiceGroup>
        {onRemove === undefined || person === undefined ? null : removing ? (
          <>
            <Status>{m.k_remove_sure({ naam: person.name })}</Status>
            <Button kind="danger" size="large" onClick={() => void remove()}>
              {m.k_remove_person({ naam: person.name })}
            </Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            {m.k_remove_person({ naam: person.name })}
          </Button>
        )}
      </form>
    </Sheet>
  )
}
