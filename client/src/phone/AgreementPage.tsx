import { openQuestions } from '@kringplan/shared/plan/agreement'
import { byOrder } from '@kringplan/shared/plan/order'
import { moveAgreement, putBackAgreement, readAll, removeAgreement } from '@kringplan/shared/plan/planDoc'
import { questions, type Question } from '@kringplan/shared/plan/schema'
import { Suspense, useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useWriters } from '../plan/presence.ts'
import { useAgreement, useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { clockAgain } from '../ui/icons/screenIcons.ts'
import { arrowDown, arrowUp, trash } from '../ui/icons/editIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AgreementHead } from './AgreementHead.tsx'
import styles from './AgreementPage.module.css'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import type { Gone } from './GoneNotice.tsx'
import page from './PhonePlan.module.css'
import { planPath } from './planPaths.ts'
import { PlanTop } from './PlanTop.tsx'
import { QuestionRow, rowId } from './QuestionRow.tsx'
import { QuestionSheet } from './lazyAgreement.ts'
import { useSheetPath } from './useSheetPath.ts'

export interface AgreementPageProps {
  readonly home: string
  readonly id: string
  /** The question that is open as a sheet. */
  readonly question: Question | null
  readonly canWrite: boolean
  /** Said to who may only read, where there is more to say than that. */
  readonly readOnly: string | undefined
  readonly unarrived: boolean
  readonly onOpened: () => void
  readonly onRemoved: (gone: Gone) => void
}

/** K8: one agreement, its questions as rows, and the one that is being answered as a sheet over it. */
export function AgreementPage(props: AgreementPageProps) {
  const { home, id, question, canWrite, readOnly, unarrived, onOpened, onRemoved } = props
  const circle = useCircle()
  const { doc, awareness } = circle.live
  const agreement = useAgreement(doc, id)
  const row = useAgreements(doc)
  const { loaded } = useDocStatus(circle.live)
  const writers = useWriters(awareness).filter((writer) => writer.agreement === id)
  const sheet = useSheetPath(home, id)
  useFocus(question)
  useLeaveNothingEmpty(doc, id, question, sheet.fresh)
  useEffect(() => onOpened(), [onOpened])

  const back = <PlanTop back={planPath(home)} words={m.plan_title()} />
  if (agreement === undefined) {
    return (
      <div className={page['page']}>
        {back}
        <main className={page['main']}>
          <ConnectionStrip live={circle.live} />
          {loaded ? <p className={page['empty']}>{m.pp_gone()}</p> : <Loading />}
        </main>
      </div>
    )
  }

  // Also for one that was taken away: the number it had, and will have again.
  const index = row.filter((other) => byOrder(other, agreement) < 0).length
  const open = openQuestions(agreement)
  const move = (to: number) => {
    circle.undo.stopCapturing()
    moveAgreement(doc, id, to)
    announce(m.pp_moved({ n: to + 1 }))
  }
  const remove = () => {
    circle.undo.stopCapturing()
    removeAgreement(doc, id)
    circle.undo.stopCapturing()
    onRemoved({ id, number: index + 1 })
  }

  return (
    <div className={page['page']}>
      {back}
      <main className={page['main']}>
        <ConnectionStrip live={circle.live} />
        {readOnly === undefined ? null : <Notice>{readOnly}</Notice>}
        <AgreementHead
          agreement={agreement}
          number={index + 1}
          people={circle.people}
          writers={writers}
          current={question === 'what'}
          onEdit={canWrite ? () => sheet.open('what') : undefined}
        />
        {agreement.removed ? (
          <Notice
            action={
              canWrite ? <Button onClick={() => putBackAgreement(doc, id)}>{m.a_restore()}</Button> : null
            }
          >
            {m.t_removed()}
          </Notice>
        ) : null}
        <ul className={styles['rows']}>
          {questions.slice(1).map((asked) => (
            <QuestionRow
              key={asked}
              agreement={agreement}
              question={asked}
              people={circle.people}
              writers={writers.filter((writer) => writer.field === asked)}
              current={question === asked}
              onEdit={canWrite ? () => sheet.open(asked) : undefined}
            />
          ))}
        </ul>
        {unarrived ? (
          <p className={styles['waiting']}>
            <Icon shape={clockAgain} />
            {m.st_notyet()}
          </p>
        ) : (
          <p className={styles['left']}>{open.length === 0 ? m.a_done() : m.a_left({ n: open.length })}</p>
        )}
        {canWrite && !agreement.removed ? (
          <div className={styles['acts']}>
            <Button
              icon={arrowUp}
              aria-label={m.pp_up({ n: index + 1 })}
              disabled={index === 0}
              onClick={() => move(index - 1)}
            >
              {m.a_up()}
            </Button>
            <Button
              icon={arrowDown}
              aria-label={m.pp_down({ n: index + 1 })}
              disabled={index >= row.length - 1}
              onClick={() => move(index + 1)}
            >
              {m.a_down()}
            </Button>
            <Button kind="quiet" icon={trash} onClick={remove}>
              {m.a_delete()}
            </Button>
          </div>
        ) : null}
      </main>
      {question !== null && canWrite ? (
        <Suspense>
          <QuestionSheet
            key={question}
            agreement={agreement}
            question={question}
            onClose={sheet.close}
            onNext={(next) => (next === null ? sheet.close() : sheet.next(next))}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

/** The heading gets the focus when the page opens; a row gets it back when its sheet has gone. */
function useFocus(question: Question | null): void {
  const before = useRef<Question | null>(null)
  useEffect(() => {
    if (question === null) document.getElementById(rowId(before.current ?? 'what'))?.focus()
    before.current = question
  }, [question])
}

/** A fresh agreement whose first question is closed without a word leaves no empty place on the board. */
function useLeaveNothingEmpty(doc: Y.Doc, id: string, question: Question | null, fresh: boolean): void {
  const asked = useRef(false)
  useEffect(() => {
    if (question !== null) {
      asked.current = question === 'what' && fresh
      return
    }
    if (!asked.current) return
    asked.current = false
    const agreement = readAll(doc).find((other) => other.id === id)
    if (agreement === undefined || openQuestions(agreement).length < questions.length) return
    removeAgreement(doc, id)
    // The list is the entry before: this page was opened from there.
    history.back()
  }, [doc, id, question, fresh])
}
