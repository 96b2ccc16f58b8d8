import type { OpenView } from '@kringplan/shared/contract/seatView'
import { CopyAgreement } from '../../copy/CopyAgreement.tsx'
import copyStyles from '../../copy/CopyView.module.css'
import { m } from '../../messages/compiled/messages.js'
import { BackLink } from '../../seats/BackLink.tsx'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { meetingOf, namesOf } from './changedWords.ts'
import { peopleOf, type ShownPlan } from './shownPlan.ts'

interface WholePlanProps {
  readonly view: OpenView
  readonly home: string
  readonly shown: ShownPlan
}

/** The whole version to read at home, before signing it there. */
export function WholePlan({ view, home, shown }: WholePlanProps) {
  const { plan } = shown
  if (plan === null) return <Loading />
  const meeting = meetingOf(plan)
  const watcher = namesOf(plan.watcher)
  return (
    <PhonePage start={<BackLink href={home} />} title={m.plan_title()}>
      <ol className={copyStyles['list']}>
        {plan.agreements.map((agreement, i) => (
          <CopyAgreement key={agreement.id} agreement={agreement} number={i + 1} people={peopleOf(view)} />
        ))}
      </ol>
      {meeting === '' && watcher === '' ? null : (
        <section className={copyStyles['section']}>
          <h2 className={copyStyles['heading']}>{m.tb_again()}</h2>
          {meeting === '' ? null : (
            <p>
              <bdi>{meeting}</bdi>
            </p>
          )}
          {watcher === '' ? null : (
            <p>
              {m.tb_watcher()}: <bdi>{watcher}</bdi>
            </p>
          )}
        </section>
      )}
    </PhonePage>
  )
}
