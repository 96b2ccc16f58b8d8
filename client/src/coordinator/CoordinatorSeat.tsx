import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useEffect } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { sayMoment } from '../i18n/dates.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { deskPath, homeOf, isDraftPage, pageUnder } from '../routes.ts'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { chooseSeatLocale } from '../seats/useSeatLocale.ts'
import { WaitingPage } from '../seats/WaitingPage.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { armSound } from './callSound.ts'
import { CircleAside } from './CircleAside.tsx'
import { ClosedDoor } from './ClosedDoor.tsx'
import { DayPage } from './DayPage.tsx'
import { Layout } from './Layout.tsx'
import { LinksPage } from './LinksPage.tsx'
import { PeoplePage } from './PeoplePage.tsx'
import { QuestionEditPage } from './QuestionEditPage.tsx'
import { TimeEditPage } from './TimeEditPage.tsx'
import { readDesk } from './deskStore.ts'

const OpenPlan = lazyPart(async () => (await import('../seats/OpenPlan.tsx')).OpenPlan)

/** One conference as its coordinator sees it: /c/:seat and everything under it. */
export function CoordinatorSeat({ seat }: { readonly seat: string }) {
  useArmedByAnyPress()
  return (
    <SeatFrame seat={seat} of="coordinator">
      {(view, link) => <CoordinatorPages view={view} link={link} seat={seat} />}
    </SeatFrame>
  )
}

function CoordinatorPages({ view, link, seat }: { view: ShownView; link: SeatLink; seat: string }) {
  const home = homeOf('coordinator', seat)
  const [location] = useLocation()
  switch (view.kind) {
    case 'pairing':
      return <PlainPage title={m.err_refused()} />
    case 'waiting':
      return <WaitingPage view={view} link={link} />
    // Whatever the address says: with the door closed, or gone outside, there is this screen and nothing else.
    case 'closed':
    case 'outside':
      return <ClosedDoor view={view} link={link} />
    case 'open': {
      const page = pageUnder(location, home)
      if (!isDraftPage(page)) {
        return <DeskPages view={view} link={link} home={home} page={page} />
      }
      return may(view, 'plan.read') ? <OpenPlan view={view} home={home} /> : <Redirect to={home} replace />
    }
  }
}

const pages = ['', 'vraag', 'kring', 'tijd', 'kaarten'] as const
type Page = (typeof pages)[number]

function DeskPages({
  view,
  link,
  home,
  page,
}: {
  view: OpenView
  link: SeatLink
  home: string
  page: string
}) {
  const [, go] = useLocation()
  const current = pages.find((each) => each === page)
  if (current === undefined) return <PlainPage title={m.st_gone()} />
  const desk = readDesk()
  return (
    <Layout
      key={current}
      title={titleOf(current)}
      lead={leadOf(current, view)}
      current={current}
      onStep={(id) => go(id === '' ? home : `${home}/${id}`)}
      steps={stepsOf(view)}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      foot={
        <>
          {view.startsAt === null ? null : <b>{sayMoment(view.startsAt)}</b>}
          {view.place === '' ? null : <bdi>{view.place}</bdi>}
          <p>{m.now_you_coord({ naam: view.self.name })}</p>
          <LanguagePicker onPick={(locale) => chooseSeatLocale(view.self.seat, locale)} />
          {desk === null ? null : <Link href={deskPath(desk)}>{m.k_home()}</Link>}
        </>
      }
      aside={
        <CircleAside
          people={view.people.flatMap((person) =>
            person.role === 'coordinator' ? [] : [{ ...person, role: person.role, look: lookOf(person) }],
          )}
          question={view.question}
          hasDoor={view.hasDoor}
        />
      }
    >
      <DeskContent page={current} view={view} home={home} />
    </Layout>
  )
}

function DeskContent({ page, view, home }: { page: Page; view: OpenView; home: string }) {
  switch (page) {
    case '':
      return <DayPage view={view} home={home} />
    case 'vraag':
      return <QuestionEditPage view={view} />
    case 'kring':
      return <PeoplePage view={view} />
    case 'tijd':
      return <TimeEditPage view={view} />
    case 'kaarten':
      return <LinksPage key={view.people.map((person) => person.id + person.name).join()} view={view} />
  }
}

function titleOf(page: Page): string {
  switch (page) {
    case '':
      return m.day_title()
    case 'vraag':
      return m.k_step_question()
    case 'kring':
      return m.k_step_people()
    case 'tijd':
      return m.k_step_time()
    case 'kaarten':
      return m.k_step_links()
  }
}

function leadOf(page: Page, view: OpenView) {
  if (page === 'kring') return m.k_people()
  return page === '' ? <bdi>{view.circle}</bdi> : null
}

function stepsOf(view: OpenView) {
  const members = view.people.filter((person) => person.role === 'member')
  const done = (is: boolean) => ({ done: is, note: is ? m.ui_done() : m.ui_todo() })
  return [
    { id: 'vraag', title: titleOf('vraag'), ...done(view.question !== '') },
    {
      id: 'kring',
      title: titleOf('kring'),
      done: members.length > 0,
      note: m.k_people_count({ n: members.length }),
    },
    { id: 'tijd', title: titleOf('tijd'), ...done(view.startsAt !== null) },
    { id: 'kaarten', title: titleOf('kaarten'), done: false, note: m.k_links_note() },
    { id: '', title: m.k_step_day(), done: view.phase !== 'preparation', note: m.k_day_note() },
  ]
}

/** Browsers let a page sound only after a press on it: any press on the coordinator's pages will do. */
function useArmedByAnyPress(): void {
  useEffect(() => {
    const arm = () => void armSound()
    addEventListener('pointerdown', arm, { once: true })
    addEventListener('keydown', arm, { once: true })
    return () => {
      removeEventListener('pointerdown', arm)
      removeEventListener('keydown', arm)
    }
  }, [])
}
