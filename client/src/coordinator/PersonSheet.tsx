import { invitations } from '@kringplan/shared/conference/preparation'
import { useId, useState, type FormEvent } from 'react'
import { ClashNotice } from '../forms/ClashNotice.tsx'
import { useKept } from '../forms/useKept.ts'
import { isLocale, languages } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { locales } from '../messages/compiled/runtime.js'
import { Status } from '../seats/Status.tsx'
import { nameError } from '../start/nameError.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './forms.module.css'
import { HowFields } from './HowFields.tsx'
import {
  emptyPerson,
  fromFields,
  readAge,
  toFields,
  type DraftPerson,
  type PersonFields,
} from './personDraft.ts'
import { PersonPlace } from './PersonPlace.tsx'
import { invitationText, personLabel, personWord, roleText } from './personWords.ts'

export interface PersonSheetProps {
  /** Where what is typed is kept until it is saved: a name of its own for every person. */
  readonly keep: string
  /** Left out for somebody new. */
  readonly person?: (DraftPerson & { readonly id: string }) | undefined
  /** What somebody new is, until it is said. */
  readonly newRole?: DraftPerson['role']
  /** Whether somebody of this role sits in the circle, and so takes part with something. */
  readonly asksHow: (role: DraftPerson['role']) => boolean
  /** Everybody else in the list. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  /** The people in their order, to move somebody in. Left out where they have none. */
  readonly order?: readonly { readonly id: string }[] | undefined
  readonly onMove?: ((id: string, by: -1 | 1) => void) | undefined
  /** Keeps what was changed (for somebody new: all of it); answers with a sentence when that did not work. */
  readonly onSave: (
    person: DraftPerson,
    changes: Partial<DraftPerson>,
    was: Partial<DraftPerson>,
  ) => Promise<string | undefined>
  readonly onRemove?: (() => Promise<string | undefined>) | undefined
  readonly onClose: () => void
}

/** Somebody of the conference: the name as the circle says it, with what they take part, language, invitation. */
export function PersonSheet(props: PersonSheetProps) {
  const {
    keep,
    person,
    newRole = 'member',
    asksHow,
    others,
    order,
    onMove,
    onSave,
    onRemove,
    onClose,
  } = props
  const form = useKept<PersonFields>(keep, toFields(person ?? { ...emptyPerson, role: newRole }))
  const formId = useId()
  const [errors, setErrors] = useState<{ readonly name?: string; readonly age?: string }>({})
  const [removing, setRemoving] = useState(false)
  const [busy, setBusy] = useState(false)
  const draft = form.values
  const change = (part: Partial<PersonFields>) => {
    setErrors({})
    form.change(part)
  }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const name = nameError(draft.name, others, m.err_person_empty)
    const age = readAge(draft.age) === undefined ? m.pr_age_error() : undefined
    if (name !== undefined || age !== undefined) {
      setErrors({ ...(name === undefined ? {} : { name }), ...(age === undefined ? {} : { age }) })
      return
    }
    setBusy(true)
    const whole = { ...emptyPerson, ...fromFields(draft), name: draft.name.trim() }
    const refused = await onSave(whole, fromFields(form.changes), fromFields(form.was))
    setBusy(false)
    if (refused === undefined) {
      form.saved(form.changes)
      if (person === undefined) form.drop()
      onClose()
    } else setErrors({ name: refused })
  }
  const remove = async () => {
    const refused = await onRemove?.()
    if (refused === undefined) {
      form.drop()
      onClose()
    } else setErrors({ name: refused })
  }

  return (
    <Sheet
      tall
      title={person === undefined ? m.k_add() : m.k_person_of({ naam: person.name })}
      onClose={onClose}
      actions={
        <>
          <Status>{form.isDirty && person !== undefined ? m.pr_unsaved() : ''}</Status>
          <Button type="submit" form={formId} kind="primary" size="large" disabled={busy}>
            {person === undefined ? m.ui_add() : m.ui_save()}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={m.k_people_name()}
          hint={m.k_main_hint()}
          error={errors.name}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          autoComplete="off"
        />
        <ChoiceGroup label={m.k_part()}>
          {(['member', 'professional'] as const).map((each) => (
            <Choice
              key={each}
              type="radio"
              name="role"
              checked={draft.role === each}
              onChange={() => change({ role: each, mainPerson: each === 'member' && draft.mainPerson })}
            >
              {roleText(each)}
            </Choice>
          ))}
        </ChoiceGroup>
        {draft.role === 'member' ? (
          <>
            <Choice
              type="checkbox"
              checked={draft.mainPerson}
              onChange={(event) => change({ mainPerson: event.currentTarget.checked })}
            >
              {m.k_add_main()}
            </Choice>
            <TextField
              label={m.pr_age()}
              hint={m.pr_age_hint()}
              error={errors.age}
              inputMode="numeric"
              maxLength={5}
              value={draft.age}
              onChange={(event) => change({ age: event.currentTarget.value })}
              autoComplete="off"
            />
          </>
        ) : (
          <>
            <TextField
              label={m.pr_tells()}
              hint={m.pr_tells_hint()}
              maxLength={200}
              value={draft.tells}
              onChange={(event) => change({ tells: event.currentTarget.value })}
              autoComplete="off"
            />
          </>
        )}
        {asksHow(draft.role) ? <HowFields draft={draft} others={others} change={change} /> : null}
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
        <ChoiceGroup label={m.pr_col_invitation()}>
          {invitations.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="invitation"
              checked={draft.invitation === each}
              onChange={() => change({ invitation: each })}
            >
              {invitationText(each)}
            </Choice>
          ))}
        </ChoiceGroup>
        {form.clashes.map((field) => (
          <ClashNotice
            key={field}
            form={form}
            field={field}
            label={personLabel(field)}
            words={personWord(form.now, field, others)}
          />
        ))}
      </form>
      {person === undefined || order === undefined || onMove === undefined ? null : (
        <PersonPlace person={person} order={order} onMove={onMove} />
      )}
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
    </Sheet>
  )
}
