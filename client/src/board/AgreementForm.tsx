import type { Agreement } from '@kringplan/shared/plan/agreement'
import { openQuestions } from '@kringplan/shared/plan/agreement'
import { useEffect, type ReactNode } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useWriters } from '../plan/presence.ts'
import { useAgreement } from '../plan/usePlan.ts'
import { whenWords } from '../plan/whenWords.ts'
import { Button } from '../ui/Button.tsx'
import { arrowDown, arrowUp, trash } from '../ui/icons/editIcons.ts'
import { undo } from '../ui/icons/planIcons.ts'
import { Ring } from '../ui/Ring.tsx'
import { ringParts } from './AgreementCard.tsx'
import styles from './AgreementForm.module.css'
import { QuestionRow } from './QuestionRow.tsx'
import { isTextStep, questionOf, stepFrom, steps, type Step } from './steps.ts'
import { TextStep } from './TextStep.tsx'
import { WhoField } from './WhoField.tsx'
import { showWho } from '../plan/whoNames.ts'

export interface AgreementFormProps {
  readonly id: string
  readonly step: Step
  readonly number: number
  readonly total: number
  readonly onStep: (id: string, step: Step) => void
  readonly onLeave: () => void
  readonly onMove: (id: string, by: -1 | 1) => void
  readonly onRemove: (id: string) => void
  readonly onUndo: () => void
  /** What was asked about it and answered to it at the table. */
  readonly said?: ReactNode
}

/** One agreement, large: the five questions with one place to type. Enter goes on, Esc goes back to the page. */
export function AgreementForm(props: AgreementFormProps) {
  const { id, step, number, total, onStep, onLeave } = props
  const circle = useCircle()
  const agreement = useAgreement(circle.live.doc, id)
  const gone = agreement === undefined
  useEffect(() => {
    if (gone) onLeave()
  }, [gone, onLeave])
  if (gone) return null

  const go = (to: Step | null) => (to === null ? onLeave() : onStep(id, to))
  const left = openQuestions(agreement).length
  return (
    <article
      className={styles['form']}
      data-long={lengthOf(agreement) > muchText || undefined}
      aria-label={m.plan_number({ n: number })}
    >
      <div className={styles['side']}>
        <Ring number={number} parts={ringParts(agreement)} size="calc(150 * var(--u))" />
        <p className={styles['left']}>{left === 0 ? m.a_done() : m.a_left({ n: left })}</p>
      </div>
      <div className={styles['rows']}>
        {steps.map((one) => (
          <StepRow key={one} {...props} agreement={agreement} one={one} active={one === step} go={go} />
        ))}
      </div>
      {props.said}
      <div className={styles['buttons']}>
        <Button kind="primary" shortcut="Esc" onClick={onLeave}>
          {m.bd_to_plan()}
        </Button>
        <Button icon={arrowUp} disabled={number <= 1} onClick={() => props.onMove(id, -1)}>
          {m.a_up()}
        </Button>
        <Button icon={arrowDown} disabled={number >= total} onClick={() => props.onMove(id, 1)}>
          {m.a_down()}
        </Button>
        <Button icon={undo} onClick={props.onUndo}>
          {m.keys_undo()}
        </Button>
        <Button kind="danger" icon={trash} onClick={() => props.onRemove(id)}>
          {m.a_delete()}
        </Button>
      </div>
    </article>
  )
}

/** About as many letters as the large ones have room for. */
const muchText = 240

/** A person takes about as much room as fourteen letters. */
function lengthOf(agreement: Agreement): number {
  const { what, where, fallback, who, fallbackWho } = agreement
  return (what + where + whenWords(agreement) + fallback).length + 14 * (who.length + fallbackWho.length)
}

interface StepRowProps extends AgreementFormProps {
  readonly agreement: Agreement
  readonly one: Step
  readonly active: boolean
  readonly go: (to: Step | null) => void
}

const asks: Readonly<Record<Step, () => string>> = {
  what: m.q_wat,
  who: m.q_wie,
  where: m.q_waar,
  when: m.q_wanneer,
  fallback: m.q_lukt,
  fallbackWho: m.q_lukt_wie,
}

function StepRow({ id, agreement, one, active, go, onStep, onLeave }: StepRowProps) {
  const circle = useCircle()
  const writer = useWriters(circle.live.awareness).find(
    (other) => other.agreement === id && other.field === questionOf(one),
  )
  const ask = asks[one]()
  const words = one === 'when' ? whenWords(agreement) : isTextStep(one) ? agreement[one] : ''
  const tab = (event: { readonly key: string; readonly shiftKey: boolean }): boolean => {
    if (event.key !== 'Tab') return false
    const to = stepFrom(one, event.shiftKey ? -1 : 1)
    if (to !== null) onStep(id, to)
    return to !== null
  }
  return (
    <QuestionRow
      step={one}
      ask={ask}
      active={active}
      empty={isTextStep(one) ? words === '' : agreement[one].length === 0}
      words={words}
      inCalendar={one === 'when' && agreement.rule !== null}
      who={isTextStep(one) ? [] : showWho(agreement[one], circle.people)}
      writer={writer?.name ?? null}
      canWrite={circle.canWrite}
      onOpen={() => onStep(id, one)}
    >
      {!active ? null : isTextStep(one) ? (
        <TextStep
          id={id}
          field={one}
          label={ask}
          onNext={() => go(stepFrom(one, 1))}
          onLeave={onLeave}
          onTab={tab}
        />
      ) : (
        <WhoField
          id={id}
          field={one}
          label={ask}
          agreement={agreement}
          onNext={() => go(stepFrom(one, 1))}
          onLeave={onLeave}
          onTab={tab}
        />
      )}
    </QuestionRow>
  )
}
