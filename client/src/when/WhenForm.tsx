import { ruleOf, setRule } from '@kringplan/shared/plan/planDoc'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import { useEffect, useRef, useState } from 'react'
import { useCircle } from '../circle/circle.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { draftOf, gapAt, ruleOfDraft, whenSteps, type WhenGap } from './whenDraft.ts'
import { DaysField, FirstField, LastField, OffDay, RhythmField, type WhenFieldProps } from './WhenFields.tsx'
import type { WhenQuestionProps } from './WhenSheet.tsx'
import { WhenTimeField } from './WhenTimeField.tsx'
import styles from './When.module.css'

/**
 * The same questions as `WhenSheet` on one place, for a board and its keyboard: Tab walks them, and the answer is
 * read back beside the button that puts it in the plan. [WH5]
 */
export function WhenForm({ doc, id, onlyOnce = false, onDone, onClose }: WhenQuestionProps) {
  const { undo } = useCircle()
  const locale = useLocale()
  const form = useRef<HTMLFieldSetElement>(null)
  const [draft, setDraft] = useState(() => draftOf(ruleOf(doc, id), onlyOnce))
  const [asked, setAsked] = useState<WhenGap | null>(null)
  const steps = whenSteps(draft, onlyOnce)
  const rule = ruleOfDraft(draft)

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:checked, input')
    first?.focus()
    // All of it in sight: the choices begin where the words end, low on the board.
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const put = () => {
    if (rule === null) {
      const gaps = steps.map((step) => gapAt(step, draft))
      setAsked(gaps.find((gap) => gap !== null) ?? null)
      return
    }
    undo.stopCapturing()
    setRule(doc, id, rule)
    undo.stopCapturing()
    onDone()
  }
  const field: WhenFieldProps = {
    draft,
    onChange: (changed) => {
      setAsked(null)
      setDraft(changed)
    },
    asked,
    layout: 'row',
  }
  return (
    <fieldset ref={form} className={styles['form']} aria-label={m.wr_put()}>
      {onlyOnce ? null : <RhythmField {...field} />}
      {steps.includes('days') ? <DaysField {...field} /> : null}
      <div className={styles['days']}>
        <FirstField {...field} />
        {steps.includes('last') ? <LastField {...field} /> : null}
      </div>
      <OffDay {...field} />
      <WhenTimeField {...field} />
      <div className={styles['check']}>
        <output>
          {rule === null ? null : (
            <>
              <span className={styles['said']}>{sayRule(rule, locale)}.</span> <span>{m.q_check()}</span>
            </>
          )}
        </output>
        <div className={styles['acts']}>
          <Button kind="primary" onClick={put}>
            {rule === null ? m.wr_put() : m.wr_yes()}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
