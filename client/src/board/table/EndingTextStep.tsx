import { placesUsed } from '@kringplan/shared/plan/agreement'
import { setText } from '@kringplan/shared/plan/planDoc'
import { ENDING } from '@kringplan/shared/plan/schema'
import { useRef } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { LazyTextField } from '../../editor/LazyTextField.tsx'
import type { TextFieldApi } from '../../editor/textFieldProps.ts'
import { useAgreements } from '../../plan/usePlan.ts'
import styles from '../AgreementForm.module.css'
import { CalendarPart } from '../CalendarPart.tsx'

export interface EndingTextStepProps {
  readonly field: 'when' | 'where'
  readonly label: string
  readonly onNext: () => void
  readonly onLeave: () => void
  readonly onTab: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean
}

/** As many places as stand in one line. */
const mostOffers = 4

/** When and where the circle meets again, in its own words; the day can be chosen for the calendar below them. */
export function EndingTextStep({ field, label, onNext, onLeave, onTab }: EndingTextStepProps) {
  const circle = useCircle()
  const { doc } = circle.live
  const agreements = useAgreements(doc)
  const api = useRef<TextFieldApi | null>(null)
  const below = useRef<HTMLDivElement>(null)
  const places = field === 'where' ? placesUsed(agreements).slice(0, mostOffers) : []
  const goBelow = (): boolean => {
    const first = below.current?.querySelector<HTMLElement>('button')
    first?.focus()
    return first !== undefined && first !== null
  }
  return (
    <>
      <LazyTextField
        circle={circle}
        agreementId={ENDING}
        field={field}
        label={label}
        className={styles['field'] ?? ''}
        onDone={onNext}
        onEscape={onLeave}
        onReady={(ready) => {
          api.current = ready
          ready.focus()
        }}
        onKey={(event) => {
          if (event.key === 'ArrowDown' && !event.altKey) return goBelow()
          // The calendar comes between the words and the next question.
          if (field === 'when' && event.key === 'Tab' && !event.shiftKey) return goBelow()
          return onTab(event)
        }}
      />
      <div ref={below} className={field === 'when' ? styles['calendar'] : styles['offers']}>
        {field === 'when' ? (
          <CalendarPart
            doc={doc}
            id={ENDING}
            onlyOnce
            onLeave={onLeave}
            onTab={(event) => {
              if (!event.shiftKey) return onTab(event)
              api.current?.focus()
              return true
            }}
          />
        ) : null}
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={styles['offer']}
            onClick={() => {
              setText(doc, ENDING, 'where', place)
              onNext()
            }}
          >
            <bdi dir="auto">{place}</bdi>
          </button>
        ))}
      </div>
    </>
  )
}
