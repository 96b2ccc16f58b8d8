import { addresses, noWishes, type Wishes } from '@kringplan/shared/conference/preparation'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { FormEvent } from 'react'
import { call } from '../../api/call.ts'
import { ClashNotice } from '../../forms/ClashNotice.tsx'
import { useKept } from '../../forms/useKept.ts'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { eyeSlash } from '../../ui/icons/editIcons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import forms from '../forms.module.css'
import { SaveLine } from '../SaveLine.tsx'
import { useSave } from '../useSave.ts'
import styles from './WishesPage.module.css'

type WishFields = { readonly [K in keyof Wishes]: Wishes[K] }

/** The lines that are typed, with their question and an example. */
const lines = [
  { field: 'food', label: () => m.pr_wish_food(), hint: undefined },
  { field: 'opening', label: () => m.pr_wish_opening(), hint: () => m.pr_wish_opening_hint() },
  { field: 'other', label: () => m.pr_wish_other(), hint: undefined },
] as const

/** How the family wants the meeting to be. Only the coordinator sees it, and it goes with the conference. */
export function WishesPage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const form = useKept<WishFields>(`${seat}.wensen`, { ...noWishes, ...view.preparation?.wishes })
  const [state, run] = useSave()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const { changes, was } = form
    const kept = await run(
      call('editConference', { params: { seat }, input: { wishes: changes, was: { wishes: was } } }),
    )
    if (kept) form.saved(changes)
  }
  return (
    <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
      <ChoiceGroup label={m.pr_wish_address()}>
        {addresses.map((each) => (
          <Choice
            key={each}
            type="radio"
            name="address"
            checked={form.values.address === each}
            onChange={() => form.change({ address: each })}
          >
            {each === 'jij' ? m.pr_wish_jij() : m.pr_wish_u()}
          </Choice>
        ))}
      </ChoiceGroup>
      <ClashNotice form={form} field="address" />
      {lines.map(({ field, label, hint }) => (
        <div key={field} className={styles['line']}>
          <TextField
            label={label()}
            hint={hint?.()}
            maxLength={200}
            value={form.values[field]}
            onChange={(event) => form.change({ [field]: event.currentTarget.value })}
            autoComplete="off"
          />
          <ClashNotice form={form} field={field} />
        </div>
      ))}
      <p className={styles['film']}>
        <Icon shape={eyeSlash} />
        {m.pr_wish_film()}
      </p>
      <p className={forms['help']}>{m.pr_wishes_gone()}</p>
      <SaveLine state={state} disabled={!may(view, 'conference.edit')} isDirty={form.isDirty} />
    </form>
  )
}
