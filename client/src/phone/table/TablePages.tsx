import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense, useState, type ReactNode } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { useCircle } from '../../circle/circle.ts'
import { OpenCircle } from '../../circle/OpenCircle.tsx'
import { lazyPart } from '../../live/lazyPart.ts'
import type { SeatLink } from '../../live/seatConnection.ts'
import { m } from '../../messages/compiled/messages.js'
import { pageUnder } from '../../routes.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { DraftPages } from '../DraftPages.tsx'
import { useKeptCopy } from './keepMyCopy.ts'
import { AtHome, InRoom, MeetAgain, ReadAlong } from './lazyTable.ts'
import { ProposalBar } from './ProposalBar.tsx'
import styles from './TableNow.module.css'
import { TableNowPage } from './TableNowPage.tsx'
import { mayStillSign } from './tableNow.ts'

const CloseAsked = lazyPart(async () => (await import('../../door/CloseAsked.tsx')).CloseAsked)

export interface TablePagesProps {
  readonly view: OpenView
  readonly link: SeatLink
  readonly home: string
}

/**
 * The phone from the open door to the copy: Nu, the plan, reading along, the next meeting and signing. One document
 * stays open under all of them: what is signed is what this phone itself shows. [SG23]
 */
export function TablePages({ view, link, home }: TablePagesProps) {
  useKeptCopy(view)
  const bar = view.self.role === 'member' ? <ProposalBar view={view} home={home} /> : null
  if (view.plan === null || view.plan.doc === null) {
    return (
      <>
        {bar}
        <Suspense fallback={<Loading />}>
          <AfterPages view={view} link={link} home={home} />
        </Suspense>
      </>
    )
  }
  return (
    <OpenCircle view={view}>
      {bar}
      {bar !== null && view.plan.proposal?.move === 'draft' ? (
        <Suspense fallback={null}>
          <CloseAsked view={view} />
        </Suspense>
      ) : null}
      <Suspense fallback={<Loading />}>
        <RoomPages view={view} link={link} home={home} />
      </Suspense>
    </OpenCircle>
  )
}

/** In the room: while the plan is on the table, and while it is being signed. */
function RoomPages({ view, link, home }: TablePagesProps) {
  const [location] = useLocation()
  const { live } = useCircle()
  const [openedAt] = useState(() => Date.now())
  const [page = '', ...rest] = pageUnder(location, home).split('/')
  const isSigning = view.phase === 'signing'
  switch (page) {
    case '':
      return <TableNowPage view={view} link={link} home={home} />
    case 'plan':
      return (
        <DraftPages
          home={home}
          readOnly={isSigning ? m.mv_now_signing() : undefined}
          after={rest.length > 0 ? null : <BelowPlan view={view} home={home} />}
        />
      )
    case 'lezen':
      return isSigning ? <Back home={home} /> : <ReadAlong view={view} home={home} />
    case 'weer-samen':
      return <MeetAgain home={home} />
    default:
      return isSigning && mayStillSign(view, openedAt) ? (
        <InRoom view={view} home={home} page={page} live={live} />
      ) : (
        <Back home={home} />
      )
  }
}

/** When the plan is ready: the copy, and signing at home for who did not yet. */
function AfterPages({ view, link, home }: TablePagesProps) {
  const [location] = useLocation()
  const [page] = pageUnder(location, home).split('/')
  if (page === '') return <TableNowPage view={view} link={link} home={home} />
  return <AtHome view={view} home={home} page={page ?? ''} />
}

/** What was here belongs to another moment: Nu says what is so. */
function Back({ home }: { readonly home: string }): ReactNode {
  return <Redirect to={home} replace />
}

/** Below the list of agreements: the next meeting, and on to signing. */
function BelowPlan({ view, home }: Pick<TablePagesProps, 'view' | 'home'>) {
  const [openedAt] = useState(() => Date.now())
  const canSign = view.plan?.mine === null && mayStillSign(view, openedAt)
  return (
    <div className={styles['moves']}>
      <Link href={`${home}/weer-samen`} className={buttonClass()}>
        {m.tb_again()}
      </Link>
      {canSign ? (
        <Link href={`${home}/eens`} className={buttonClass('primary', 'large')}>
          {m.s_ask()}
        </Link>
      ) : null}
    </div>
  )
}
