import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement, Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { ReactNode } from 'react'
import { call } from '../../api/call.ts'
import { sayNames } from '../../i18n/lists.ts'
import { m } from '../../messages/compiled/messages.js'
import { whenWords } from '../../plan/whenWords.ts'
import { showWho } from '../../plan/whoNames.ts'
import { SaidAnswers } from '../../table/SaidAnswers.tsx'
import { Button } from '../../ui/Button.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import styles from './ReadAlong.module.css'

export interface LargeAgreementProps {
  readonly agreement: Agreement
  readonly people: readonly CirclePerson[]
  readonly view: OpenView
  /** Whether this phone may say that a question was talked about. */
  readonly canClear: boolean
}

/** The lines of an agreement while it is read aloud, large; its *what* is the heading above. */
export function LargeAgreement({ agreement, people, view, canClear }: LargeAgreementProps) {
  const when = whenWords(agreement)
  const hasFallback = agreement.fallback !== '' || agreement.fallbackWho.length > 0
  return (
    <>
      <dl className={styles['lines']}>
        {agreement.who.length === 0 ? null : (
          <Line label={m.tb_who()}>
            <People set={agreement.who} people={people} />
          </Line>
        )}
        {agreement.where === '' ? null : (
          <Line label={m.tb_where()}>
            <bdi>{agreement.where}</bdi>
          </Line>
        )}
        {when === '' ? null : (
          <Line label={m.tb_when()}>
            <bdi>{when}</bdi>
          </Line>
        )}
        {hasFallback ? (
          <Line label={m.tb_fallback()}>
            {agreement.fallback === '' ? null : <bdi>{agreement.fallback}</bdi>}
            {agreement.fallbackWho.length === 0 ? null : (
              <>
                <span>{m.cp_talk()}</span>
                <People set={agreement.fallbackWho} people={people} />
              </>
            )}
          </Line>
        ) : null}
      </dl>
      <SaidAnswers agreement={agreement} view={view} />
      <Asked id={agreement.id} view={view} canClear={canClear} />
    </>
  )
}

/** A question and its answer. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['line']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** People with their pictures. */
export function People({ set, people }: { set: readonly Who[]; people: readonly CirclePerson[] }) {
  return (
    <span className={styles['people']}>
      {showWho(set, people).map(({ key, name, look, who }) =>
        who.kind === 'person' ? (
          <PersonChip key={key} name={name} look={look} size="40px" />
        ) : (
          <bdi key={key}>{name}</bdi>
        ),
      )}
    </span>
  )
}

/** Who has a question about it, until the circle says that it was talked about. */
function Asked({ id, view, canClear }: { id: string } & Pick<LargeAgreementProps, 'view' | 'canClear'>) {
  const names = view.plan?.marks.filter((mark) => mark.agreement === id).map(({ by }) => by) ?? []
  if (names.length === 0) return null
  return (
    <div className={styles['asked']}>
      <p>{m.tb_asks({ namen: sayNames(names) })}</p>
      {canClear ? (
        <Button onClick={() => void call('clearMark', { params: { seat: view.self.seat, id } })}>
          {m.tp_talked()}
        </Button>
      ) : null}
    </div>
  )
}
