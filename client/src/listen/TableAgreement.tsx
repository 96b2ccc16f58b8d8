import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement, Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useSave } from '../coordinator/useSave.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { whenWords } from '../plan/whenWords.ts'
import { showWho } from '../plan/whoNames.ts'
import { may } from '../seats/may.ts'
import { SaidAnswers } from '../table/SaidAnswers.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import styles from './TablePlan.module.css'

export interface TableAgreementProps {
  readonly agreement: Agreement
  readonly number: number
  readonly people: readonly CirclePerson[]
  readonly view: OpenView
  /** Whether it is read aloud now. */
  readonly isRead: boolean
}

/** One agreement as it is read, with what this listener may say about it. */
export function TableAgreement({ agreement, number, people, view, isRead }: TableAgreementProps) {
  const when = whenWords(agreement)
  const then = showWho(agreement.fallbackWho, people).map(({ name }) => name)
  return (
    <li className={styles['agreement']} data-reads={agreement.id} aria-current={isRead || undefined}>
      <h2 className={styles['what']}>
        <span className={styles['number']}>{number}</span>
        <bdi>{agreement.what}</bdi>
        {isRead ? <span className={styles['now']}>{m.tb_now()}</span> : null}
      </h2>
      <dl className={styles['rows']}>
        <Row label={m.tb_who()} show={agreement.who.length > 0}>
          <span className={styles['chips']}>
            {showWho(agreement.who, people).map(({ key, who, name, look }) =>
              who.kind === 'person' ? (
                <PersonChip key={key} name={name} look={look} />
              ) : (
                <bdi key={key}>{name}</bdi>
              ),
            )}
          </span>
        </Row>
        <Row label={m.tb_where()} show={agreement.where !== ''}>
          <bdi>{agreement.where}</bdi>
        </Row>
        <Row label={m.tb_when()} show={when !== ''}>
          <bdi>{when}</bdi>
        </Row>
        <Row label={m.tb_fallback()} show={agreement.fallback !== '' || then.length > 0}>
          <bdi>{agreement.fallback}</bdi>
          {then.length === 0 ? null : (
            <span className={styles['then']}>{m.tb_then({ namen: sayNames(then) })}</span>
          )}
        </Row>
      </dl>
      <SaidAnswers agreement={agreement} view={view} />
      {may(view, 'plan.mark') ? <Ask agreement={agreement} number={number} view={view} /> : null}
      {may(view, 'plan.answer') ? (
        <AnswerForm agreement={agreement} view={view} isOwn={isIn(agreement, view.self.personId)} />
      ) : null}
    </li>
  )
}

function Row({ label, show, children }: { label: string; show: boolean; children: ReactNode }) {
  if (!show) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** "I have a question about 8": a mark, which is talked about aloud. */
function Ask({ agreement, number, view }: Pick<TableAgreementProps, 'agreement' | 'number' | 'view'>) {
  const [state, run] = useSave()
  const marks = view.plan?.marks.filter((mark) => mark.agreement === agreement.id) ?? []
  const isMine = marks.some((mark) => mark.personId === view.self.personId)
  const others = marks.filter((mark) => mark.personId !== view.self.personId).map(({ by }) => by)
  const params = { seat: view.self.seat, id: agreement.id }
  return (
    <div className={styles['asking']}>
      <Button
        aria-pressed={isMine}
        disabled={state.busy}
        onClick={() => void run(call('mark', { params, input: { on: !isMine } }))}
      >
        {isMine ? m.tb_ask_back() : m.tb_ask({ n: number })}
      </Button>
      {isMine ? <output>{m.tb_asked()}</output> : null}
      {others.length === 0 ? null : <p>{m.tb_asks({ namen: sayNames(others) })}</p>}
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
    </div>
  )
}

/** Whether somebody stands in it by name: who "everybody" is, the circle knows. */
function isIn({ who, fallbackWho }: Agreement, personId: string | null): boolean {
  return [...who, ...fallbackWho].some((one: Who) => one.kind === 'person' && one.id === personId)
}
