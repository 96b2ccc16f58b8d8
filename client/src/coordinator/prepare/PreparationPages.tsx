import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Link, Redirect, useLocation } from 'wouter'
import { sayMoment } from '../../i18n/dates.ts'
import type { SeatLink } from '../../live/seatConnection.ts'
import { m } from '../../messages/compiled/messages.js'
import { deskPath } from '../../routes.ts'
import { may } from '../../seats/may.ts'
import { PlainPage } from '../../seats/PlainPage.tsx'
import { SeatStrips } from '../../seats/SeatStrips.tsx'
import { chooseSeatLocale } from '../../seats/useSeatLocale.ts'
import { LanguagePicker } from '../../ui/LanguagePicker.tsx'
import { CircleAside } from '../CircleAside.tsx'
import { DayPage } from '../DayPage.tsx'
import { readDesk } from '../deskStore.ts'
import { Layout, type Step } from '../Layout.tsx'
import { QuestionEditPage } from '../QuestionEditPage.tsx'
import { TimeEditPage } from '../TimeEditPage.tsx'
import { CardsPage } from './CardsPage.tsx'
import { CirclePage } from './CirclePage.tsx'
import { InformationPage } from './InformationPage.tsx'
import { NextStep } from './NextStep.tsx'
import { rowsOf } from './peopleCalls.ts'
import { daysLeftText, isInCircle, preparationSteps, type StepId } from './steps.ts'
import { TaskList } from './TaskList.tsx'
import { WishesPage } from './WishesPage.tsx'

interface PagesProps {
  readonly view: OpenView
  readonly link: SeatLink
  readonly home: string
  /** What stands behind the home in the address. */
  readonly page: string
}

/** A page of the desk: a step, or the home, whose id is empty. */
type PageId = StepId | ''

/** The coordinator's desk while there is something to prepare, and the day itself: /c/:seat and the steps under it. */
export function PreparationPages({ view, link, home, page }: PagesProps) {
  const [, go] = useLocation()
  const [first = '', open = null, ...more] = page.split('/')
  const current = pageOf(first, open)
  if (current === undefined || more.length > 0) return <PlainPage title={m.st_gone()} />
  if (current !== '' && !isReachable(view, current)) return <Redirect to={home} replace />
  const isPreparing = view.phase === 'preparation'
  const hrefOf = (id: string) => (id === '' ? home : `${home}/${id}`)
  const steps = stepsOf(view)
  return (
    <Layout
      key={current}
      title={titleOf(current, isPreparing)}
      lead={leadOf(current, view)}
      current={current}
      steps={[...steps, dayStep(view)]}
      hrefOf={hrefOf}
      back={current === '' ? undefined : home}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      foot={<Foot view={view} />}
      aside={
        current === 'kring' || current === 'vraag' || (current === '' && isPreparing) ? (
          <CircleAside
            people={rowsOf(view)}
            isInCircle={(person) => isInCircle(person, view)}
            question={view.question}
            hasDoor={view.hasDoor}
            onAdd={may(view, 'conference.edit') ? () => go(`${home}/kring/nieuw`) : undefined}
          />
        ) : undefined
      }
    >
      {current === '' ? (
        <>
          {isPreparing ? <TaskList steps={steps} hrefOf={hrefOf} /> : null}
          {isPreparing ? <NextStep view={view} home={home} /> : null}
          <DayPage view={view} home={home} />
          {isPreparing ? null : <TaskList steps={steps} hrefOf={hrefOf} />}
        </>
      ) : (
        <StepPage id={current} view={view} home={home} open={open} />
      )}
    </Layout>
  )
}

/** Only the two pages with people have something behind them in the address. */
function pageOf(first: string, behind: string | null): PageId | undefined {
  if (first === '') return ''
  const step = preparationSteps.find(({ id }) => id === first)?.id
  return behind === null || step === 'kring' || step === 'informatie' ? step : undefined
}

/** The cards can be seen longer than anything can be changed. */
function isReachable(view: OpenView, id: StepId): boolean {
  return id === 'kaarten' ? may(view, 'links.read') : view.preparation !== null
}

function StepPage({
  id,
  view,
  home,
  open,
}: {
  id: StepId
  view: OpenView
  home: string
  open: string | null
}) {
  switch (id) {
    case 'vraag':
      return <QuestionEditPage view={view} />
    case 'kring':
      return <CirclePage view={view} home={home} open={open} />
    case 'tijd':
      return <TimeEditPage view={view} />
    case 'informatie':
      return <InformationPage view={view} home={home} open={open} />
    case 'zo-willen-zij-het':
      return <WishesPage view={view} />
    case 'kaarten':
      // Links are asked for again when somebody was added.
      return <CardsPage key={view.people.map((person) => person.id).join()} view={view} />
  }
}

function titleOf(page: PageId, isPreparing: boolean): string {
  if (page === '') return isPreparing ? m.pr_title() : m.day_title()
  return preparationSteps.find(({ id }) => id === page)?.title() ?? ''
}

function leadOf(page: PageId, view: OpenView) {
  switch (page) {
    case '':
      return <bdi>{view.circle}</bdi>
    case 'kring':
      return m.k_people()
    case 'informatie':
      return m.pr_info()
    case 'zo-willen-zij-het':
      return m.pr_wishes()
    case 'kaarten':
      return m.pr_cards()
    case 'vraag':
    case 'tijd':
      return null
  }
}

function stepsOf(view: OpenView): readonly Step[] {
  return preparationSteps
    .filter(({ id }) => isReachable(view, id))
    .map(({ id, title, state }) => ({ id, title: title(), ...state(view) }))
}

function dayStep(view: OpenView): Step {
  return {
    id: '',
    title: m.k_step_day(),
    mark: view.phase === 'preparation' ? 'open' : 'begun',
    note: m.k_day_note(),
  }
}

/** When, where, how long still; and what belongs to the person at this desk. */
function Foot({ view }: { readonly view: OpenView }) {
  const desk = readDesk()
  return (
    <>
      {view.startsAt === null ? null : <b>{sayMoment(view.startsAt)}</b>}
      {view.place === '' ? null : <bdi>{view.place}</bdi>}
      {view.phase === 'preparation' ? <p>{daysLeftText(view.startsAt)}</p> : null}
      <LanguagePicker onPick={(locale) => chooseSeatLocale(view.self.seat, locale)} />
      {desk === null ? null : <Link href={deskPath(desk)}>{m.k_home()}</Link>}
    </>
  )
}
