import { files } from '@kringplan/shared/contract/routes'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { hasCalendar } from '@kringplan/shared/plan/calendarOf'
import { planOf } from '@kringplan/shared/plan/planFile'
import { useCall } from '../api/useCall.ts'
import { CopyView } from '../copy/CopyView.tsx'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'

/** What a professional gets of the plan after "klaar": what the circle ticked, and nothing else. */
export function OwnPart({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const { seat, personId } = view.self
  const share = view.plan?.shares.find((one) => one.personId === personId)?.share ?? 'none'
  const gets = share !== 'none' || !view.hasDoor
  const { answer, again } = useCall('copy', gets ? { params: { seat } } : null)
  if (!gets) return <PlainPage title={m.phase_followUp()}>{m.tb_mine_none()}</PlainPage>
  if (answer === null) return <Loading />
  if (!answer.ok) {
    return (
      <PlainPage
        title={refusalText(answer.refusal.refusal)}
        button={{ label: m.st_again(), onPress: again }}
      />
    )
  }
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={share === 'own' ? m.tb_mine() : m.plan_title()}
      lead={m.tb_copy_got()}
      actions={
        <>
          {hasCalendar(planOf(answer.value), personId) ? (
            <a href={files.calendar(seat)} className={buttonClass('primary', 'large')}>
              {m.c_agenda()}
            </a>
          ) : null}
          <a
            href={files.planPdf(seat)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('secondary', 'large')}
          >
            {m.c_print()}
          </a>
        </>
      }
    >
      <CopyView file={answer.value} me={personId} share={share === 'own' ? 'own' : 'whole'} />
    </PhonePage>
  )
}
