import { models } from '@kringplan/shared/models/catalogue'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Status } from '../seats/Status.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import type { ConferenceDraft } from './conferenceDraft.ts'
import styles from './forms.module.css'

interface ModelStepProps {
  readonly draft: ConferenceDraft
  readonly onChange: (change: Partial<ConferenceDraft>) => void
}

/** "Welke bijeenkomst?": each kind by its name and one sentence, and the door where the kind leaves it open. */
export function ModelStep({ draft, onChange }: ModelStepProps) {
  const locale = useLocale()
  const chosen = models.find((model) => model.id === draft.model)
  return (
    <div className={styles['form']}>
      <ChoiceGroup label={m.k_model()} labelHidden>
        {models.map((model) => (
          <Choice
            key={model.id}
            type="radio"
            name="model"
            checked={model.id === draft.model}
            onChange={() => onChange({ model: model.id, door: 'off' })}
            note={model.summary[locale]}
          >
            {model.title[locale]}
          </Choice>
        ))}
      </ChoiceGroup>
      {chosen?.door === 'switchOff' ? (
        <Choice
          type="checkbox"
          checked={draft.door === 'on'}
          onChange={(event) => onChange({ door: event.currentTarget.checked ? 'on' : 'off' })}
        >
          {m.k_door_on()}
        </Choice>
      ) : null}
      {chosen === undefined ? null : (
        <Status>
          {chosen.door === 'always' || draft.door === 'on' ? m.k_model_door() : m.k_model_nodoor()}
        </Status>
      )}
    </div>
  )
}
