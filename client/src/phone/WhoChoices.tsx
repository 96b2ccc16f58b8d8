import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { AgreementPeople } from '@kringplan/shared/plan/schema'
import { useCircle } from '../circle/circle.ts'
import { useMaker } from '../ideas/useMaker.ts'
import { m } from '../messages/compiled/messages.js'
import { PeopleChoices } from './PeopleChoices.tsx'
import styles from './Question.module.css'

export interface WhoChoicesProps {
  readonly agreement: Agreement
  readonly field: AgreementPeople
  readonly label: string
  /** When the heading of the sheet is the same question. */
  readonly labelHidden?: boolean
  readonly error?: string | undefined
}

/** Who does it, or who then talk: the maker of the idea that it was comes first, and is said to be that. */
export function WhoChoices({ agreement, field, label, labelHidden = false, error }: WhoChoicesProps) {
  const { people } = useCircle()
  const maker = useMaker(agreement, field === 'who')
  const offered = maker === undefined ? people : [maker, ...people.filter((person) => person !== maker)]
  return (
    <div className={styles['who']}>
      {maker === undefined ? null : <p>{m.idea_of({ naam: maker.name })}</p>}
      <PeopleChoices
        id={agreement.id}
        field={field}
        set={agreement[field]}
        people={offered}
        label={label}
        labelHidden={labelHidden}
        error={error}
      />
    </div>
  )
}
