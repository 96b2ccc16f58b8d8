import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { call } from '../api/call.ts'
import { ClashNotice } from '../forms/ClashNotice.tsx'
import { useKept } from '../forms/useKept.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextArea } from '../ui/Field.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './PointsPage.module.css'
import {
  emptyPoint,
  LONGEST_POINT,
  MOST_POINTS,
  pointError,
  tidyPoints,
  toPoints,
  type DraftPoint,
} from './pointDraft.ts'

/** Up to five lines of information, each a worry or an offer. What is typed survives a reload until it is kept. */
export function PointsPage({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const mine = view.points
    .filter((point) => point.personId === view.self.personId)
    .map(({ kind, text }) => ({ kind, text }))
  const form = useKept<{ readonly points: readonly DraftPoint[] }>(
    `${view.self.seat}.punten`,
    { points: mine },
    tidyPoints,
  )
  const points = form.values.points.length === 0 ? [emptyPoint] : form.values.points
  const setPoints = (next: readonly DraftPoint[]) => form.change({ points: next })
  const [state, setState] = useState<{ readonly saved: boolean; readonly error?: string }>({ saved: false })
  const [tried, setTried] = useState(false)
  const change = (at: number, part: Partial<DraftPoint>) => {
    setState({ saved: false })
    setPoints(points.map((point, index) => (index === at ? { ...point, ...part } : point)))
  }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (points.some((point) => pointError(point) !== undefined)) return
    const done = await call('writePoints', {
      params: { seat: view.self.seat },
      input: { points: toPoints(points) },
    })
    if (done.ok) form.saved({ points })
    setState(done.ok ? { saved: true } : { saved: false, error: refusalText(done.refusal.refusal) })
  }

  return (
    <PhonePage start={<BackLink href={home} />} title={m.k_points()} lead={m.k_points_how()}>
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <ol className={styles['points']}>
          {points.map((point, index) => (
            // The place in the list is all that tells one unsaved line from another.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={styles['point']}>
              <ChoiceGroup label={m.k_point({ n: index + 1 })}>
                {(['worry', 'offer'] as const).map((kind) => (
                  <Choice
                    key={kind}
                    type="radio"
                    name={`kind-${index}`}
                    checked={point.kind === kind}
                    onChange={() => change(index, { kind })}
                  >
                    {kind === 'worry' ? m.k_points_worry() : m.k_points_offer()}
                  </Choice>
                ))}
              </ChoiceGroup>
              <TextArea
                label={m.k_point_text({ n: index + 1 })}
                error={tried ? pointError(point) : undefined}
                value={point.text}
                onChange={(event) => change(index, { text: event.currentTarget.value })}
                rows={2}
                maxLength={LONGEST_POINT * 4}
              />
              <Button
                kind="quiet"
                aria-label={m.k_point_remove({ n: index + 1 })}
                onClick={() => {
                  setState({ saved: false })
                  setPoints(points.filter((_, at) => at !== index))
                }}
              >
                {m.ui_remove()}
              </Button>
            </li>
          ))}
        </ol>
        {points.length < MOST_POINTS ? (
          <Button icon={plus} onClick={() => setPoints([...points, emptyPoint])}>
            {m.k_point_add()}
          </Button>
        ) : null}
        <ClashNotice form={form} field="points" words={form.now.points.map(({ text }) => text).join(' ')} />
        {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
        <Status>{form.isDirty ? m.pr_unsaved() : state.saved ? m.ui_saved() : ''}</Status>
        <Button type="submit" kind="primary" size="large">
          {m.ui_save()}
        </Button>
      </form>
    </PhonePage>
  )
}
