import { joinWays } from '@kringplan/shared/conference/preparation'
import { m } from '../messages/compiled/messages.js'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { SelectField } from '../ui/Field.tsx'
import type { PersonFields } from './personDraft.ts'
import { joinWord } from './personWords.ts'

interface HowFieldsProps {
  readonly draft: PersonFields
  readonly others: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly change: (part: Partial<PersonFields>) => void
}

/** With what somebody takes part, and with whom. */
export function HowFields({ draft, others, change }: HowFieldsProps) {
  const members = others.filter(({ role }) => role === 'member')
  return (
    <>
      <ChoiceGroup label={m.pr_col_how()}>
        {joinWays.map((each) => (
          <Choice
            key={each}
            type="radio"
            name="joinsBy"
            checked={draft.joinsBy === each}
            onChange={() => change({ joinsBy: each, joinsWith: each === 'with' ? draft.joinsWith : null })}
          >
            {joinWord(each)}
          </Choice>
        ))}
      </ChoiceGroup>
      {draft.joinsBy === 'with' ? (
        <SelectField
          label={m.pr_with_whom()}
          value={draft.joinsWith ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change({ joinsWith: chosen === '' ? null : chosen })
          }}
        >
          <option value="">{m.pr_with_choose()}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  )
}
