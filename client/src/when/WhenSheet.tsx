import { sayRule } from '@kringplan/shared/plan/sayWhen'
import { ruleOf, setRule } from '@kringplan/shared/plan/planDoc'
import { useEffect, useId, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useCircle } from '../circle/circle.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { draftOf, gapAt, ruleOfDraft, whenSteps, type WhenGap, type WhenStep } from './whenDraft.ts'
import { DaysField, FirstField, LastField, OffDay, RhythmField, type WhenFieldProps } from './WhenFields.tsx'
import { WhenTimeField } from './WhenTimeField.tsx'
import styles from './When.module.css'

export interface WhenQuestionProps {
  readonly doc: Y.Doc
  /** An agreement, or `ENDING`. */
  readonly id: string
  /** Only one day can be chosen: the next meeting. */
  readonly onlyOnce?: boolean
  /** The rule was confirmed and stands in the plan. */
  readonly onDone: () => void
  /** Left without choosing: nothing has changed. */
  readonly onClose: () => void
}

const asks: Readonly<Record<WhenStep, (isOnce: boolean) => string>> = {
  rhythm: () => m.wr_how(),
  days: () => m.wr_days(),
  first: (isOnce) => (isOnce ? m.w_date() : m.wr_first()),
  time: () => m.w_time(),
  last: () => m.wr_last(),
  check: () => m.q_check(),
}

/**
 * The rhythm of an agreement or the day of the next meeting on a phone: one question after another, and at the end
 * the answer is read back. Only "yes" puts it in the plan. [WH5]
 */
export function WhenSheet({ doc, id, onlyOnce = false, onDone, onClose }: WhenQuestionProps) {
  const { undo } = useCircle()
  const locale = useLocale()
  const formId = useId()
  const [draft, setDraft] = useState(() => draftOf(ruleOf(doc, id), onlyOnce))
  const [step, setStep] = useState<WhenStep>(onlyOnce ? 'first' : 'rhythm')
  const [asked, setAsked] = useState<WhenGap | null>(null)
  const steps = whenSteps(draft, onlyOnce)
  const at = steps.indexOf(step)
  const rule = ruleOfDraft(draft)

  const go = (by: 1 | -1) => {
    setAsked(null)
    const to = steps[at + by]
    if (to === undefined) onClose()
    else setStep(to)
  }
  const next = () => {
    const gap = gapAt(step, draft)
    if (gap !== null) setAsked(gap)
    else if (step !== 'check') go(1)
    else if (rule !== null) {
      undo.stopCapturing()
      setRule(doc, id, rule)
      undo.stopCapturing()
      onDone()
    }
  }
  const change: WhenFieldProps['onChange'] = (changed) => {
    setAsked(null)
    setDraft(changed)
  }

  return (
    <Sheet
      title={<StepTitle key={step}>{asks[step](draft.rhythm === 'once')}</StepTitle>}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" size="large" type="submit" form={formId}>
            {step === 'check' ? m.wr_yes() : m.ui_next()}
          </Button>
          <Button kind="quiet" onClick={() => go(-1)}>
            {at === 0 ? m.ui_cancel() : m.ui_back()}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={styles['step']}
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        {step === 'check' && rule !== null ? (
          <p className={styles['said']}>{sayRule(rule, locale)}</p>
        ) : (
          <Step step={step} draft={draft} onChange={change} asked={asked} labelHidden />
        )}
      </form>
    </Sheet>
  )
}

/** The question of a step. Each takes the focus when it comes, so that it is read out and Tab goes on from there. */
function StepTitle({ children }: { readonly children: string }) {
  const heading = useRef<HTMLSpanElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <span ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </span>
  )
}

function Step({ step, ...field }: WhenFieldProps & { readonly step: WhenStep }) {
  switch (step) {
    case 'rhythm':
      return <RhythmField {...field} />
    case 'days':
      return <DaysField {...field} />
    case 'first':
      return (
        <>
          <FirstField {...field} />
          <OffDay {...field} />
        </>
      )
    case 'time':
      return <WhenTimeField {...field} />
    case 'last':
      return <LastField {...field} />
    case 'check':
      return null
  }
}
