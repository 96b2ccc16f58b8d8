import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { capital } from '../i18n/capital.ts'
import { sayTime } from '../i18n/dates.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { CallPage } from '../now/CallPage.tsx'
import { MinePage } from '../now/MinePage.tsx'
import { homeOf, pageUnder } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { askerOf } from './askerOf.ts'
import styles from './Door.module.css'
import type { HeldKey } from './heldKeys.ts'
import { NobodyInside } from './NobodyInside.tsx'
import { useOwnAsking } from './useOwnAsking.ts'
import { PaperEntry } from './PaperEntry.tsx'

const AnewPage = lazyPart(async () => (await import('./AnewPage.tsx')).AnewPage)
const AskIn = lazyPart(async () => (await import('./AskIn.tsx')).AskIn)

export interface OutsideDoorProps {
  readonly view: ClosedView
  /** The circle started anew while this page was there. */
  readonly isAnew: boolean
  /** This phone was inside, and can no longer read its key. */
  readonly forgot: boolean
  /** Its key is here; the server's half is on its way. */
  readonly waiting: boolean
  readonly enter: (key: HeldKey) => void
}

/**
 * A phone of the circle that is not inside: what to do to come in. The same for every such phone [VW1]: nothing
 * here depends on what happens inside, on who is there or on how many.
 */
export function OutsideDoor({ view, isAnew, forgot, waiting, enter }: OutsideDoorProps) {
  const home = homeOf('member', view.self.seat)
  const [location, go] = useLocation()
  const isLost = useOwnAsking(view, 'phone')
  useEffect(() => {
    // Who answered the question, or was reading it: it is over.
    if (isAnew) go(home, { replace: true })
  }, [isAnew, go, home])
  const page = pageUnder(location, home)
  if (page === 'roep') return <CallPage view={view} home={home} />
  if (page === 'van-mij') return <MinePage view={view} home={home} />
  if (page === 'aankloppen') {
    return (
      <Suspense fallback={<Loading />}>
        <AskIn view={view} home={home} enter={enter} />
      </Suspense>
    )
  }
  if (page === 'opnieuw') {
    return (
      <Suspense fallback={<Loading />}>
        <AnewPage view={view} home={home} />
      </Suspense>
    )
  }
  const coordinator = view.coordinators[0]
  const { anew } = view
  return (
    <PhonePage
      centred
      title={m.door_m_title()}
      lead={waiting ? m.st_sync() : forgot ? m.inside_forgot() : m.gate_scan_board()}
      start={<DoorRing closed>{m.door_since({ tijd: sayTime(view.since) })}</DoorRing>}
      strips={<SeatStrips practice={view.practice} demo={view.demo} />}
      actions={
        <>
          <Link href={`${home}/aankloppen`} className={buttonClass('secondary', 'large')}>
            {m.wd_ask_btn()}
          </Link>
          {coordinator === undefined ? null : (
            <Link href={`${home}/roep`} className={buttonClass('quiet', 'large')}>
              {m.call_btn({ coord: coordinator })}
            </Link>
          )}
        </>
      }
    >
      {isAnew ? <Notice>{m.nw_done()}</Notice> : null}
      {isLost ? <Notice>{m.nw_forgot()}</Notice> : null}
      {anew === null ? null : (
        <Notice
          action={
            <Link href={`${home}/opnieuw`} className={buttonClass('primary')}>
              {m.nw_other_look()}
            </Link>
          }
        >
          {anew.personId === view.self.personId
            ? m.nw_asked_title()
            : capital(m.nw_other_title({ naam: askerOf(anew) }))}
        </Notice>
      )}
      <div className={styles['outside']}>
        <p>{m.door_m_body()}</p>
        <p>{m.door_m_ask()}</p>
      </div>
      <details className={styles['more']}>
        <summary>{m.gate_paper_have()}</summary>
        <PaperEntry seat={view.self.seat} room={view.room} enter={enter} />
      </details>
      <NobodyInside>
        <Link href={`${home}/opnieuw`} className={buttonClass()}>
          {m.nw_open_btn()}
        </Link>
      </NobodyInside>
    </PhonePage>
  )
}
