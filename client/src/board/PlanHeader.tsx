import { isComplete, type Agreement } from '@kringplan/shared/plan/agreement'
import { isPlanFull } from '@kringplan/shared/plan/limits'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Circle } from '../circle/circle.ts'
import { sayTime } from '../i18n/dates.ts'
import { useIdeas } from '../ideas/useIdeas.ts'
import { m } from '../messages/compiled/messages.js'
import { useDocStatus } from '../plan/usePlan.ts'
import type { DocStatus } from '../sync/liveDocument.ts'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { caretLeft, wifiOff } from '../ui/icons/icons.ts'
import { caretRight, clockAgain, plus } from '../ui/icons/screenIcons.ts'
import styles from './BoardPlan.module.css'

export interface PlanHeaderProps {
  readonly circle: Circle
  /** Said where there is a door that is open; a circle without one says its name. */
  readonly isDoorOpen: boolean
  /** Who is inside, and opening the door: what the key D does. */
  readonly onDoor?: (() => void) | undefined
}

/** The question that all is about, and the door. */
export function PlanHeader({ circle, isDoorOpen, onDoor }: PlanHeaderProps) {
  return (
    <header className={styles['head']}>
      <h1 className={styles['asked']} data-long={circle.question.length > 62 || undefined} dir="auto">
        {circle.question || m.gate_no_question()}
      </h1>
      <div className={styles['door']}>
        {circle.doorClosed ? (
          <DoorButton onPress={onDoor}>
            <DoorRing closed size="calc(60 * var(--u))">
              {m.door_since({ tijd: sayTime(circle.since) })}
            </DoorRing>
          </DoorButton>
        ) : isDoorOpen ? (
          <DoorRing closed={false} size="calc(60 * var(--u))" />
        ) : (
          <p className={styles['circleName']} dir="auto">
            {circle.circleName}
          </p>
        )}
      </div>
    </header>
  )
}

/** The closed door leads to who is inside, and to opening it: without a keyboard, or with letters switched off, too. */
function DoorButton({
  onPress,
  children,
}: {
  readonly onPress: PlanHeaderProps['onDoor']
  readonly children: ReactNode
}) {
  if (onPress === undefined) return children
  return (
    <button type="button" className={styles['doorButton']} onClick={onPress}>
      {children}
      <kbd aria-hidden="true">D</kbd>
    </button>
  )
}

export interface PlanBarProps {
  readonly circle: Circle
  readonly agreements: readonly Agreement[]
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly onNew: () => void
  readonly onIdeas: () => void
  readonly notice: string
  /** Further buttons, behind the new agreement. */
  readonly more?: ReactNode
}

/** What the page is, a new agreement, the pages, and how things stand: always in words. */
export function PlanBar(props: PlanBarProps) {
  const { circle, agreements, page, pages, onPage, onNew, onIdeas, notice, more } = props
  const done = agreements.filter(isComplete).length
  const open = agreements.length - done
  return (
    <div className={styles['bar']}>
      {circle.ideas === null ? null : <IdeasTab circle={circle} onPress={onIdeas} />}
      <h2 className={styles['tab']}>
        {m.plan_title()} <b>{agreements.length}</b>
      </h2>
      {!circle.canWrite ? null : isPlanFull(agreements) ? (
        <p className={styles['notice']}>{m.plan_full({ n: MAX_AGREEMENTS })}</p>
      ) : (
        <button type="button" className={styles['new']} onClick={onNew}>
          <Icon shape={plus} />
          {m.plan_new()} <kbd aria-hidden="true">N</kbd>
        </button>
      )}
      {more}
      <TurnPage page={page} pages={pages} onPage={onPage} />
      {notice === '' ? null : <p className={styles['notice']}>{notice}</p>}
      <ArrivalWords circle={circle} />
      {agreements.length === 0 || more !== undefined ? null : (
        <p className={styles['state']}>
          <b>{m.plan_state_done({ n: done })}</b> {open > 0 ? m.plan_state_open({ m: open }) : null}
        </p>
      )}
    </div>
  )
}

/** The way to the ideas, and how many there are: a page of the board, no count of people. */
function IdeasTab({ circle, onPress }: { readonly circle: Circle; readonly onPress: () => void }) {
  const ideas = useIdeas(circle.live.doc)
  return (
    <button type="button" className={styles['otherTab']} onClick={onPress}>
      {m.idea_title()} <b>{ideas.length}</b>
    </button>
  )
}

/** To the page before and after, where there is more than one. */
export function TurnPage({ page, pages, onPage }: Pick<PlanBarProps, 'page' | 'pages' | 'onPage'>) {
  if (pages <= 1) return null
  return (
    <nav className={styles['pages']} aria-label={m.bd_pages()}>
      <button
        type="button"
        className={styles['turn']}
        disabled={page === 0}
        aria-label={m.plan_page_prev()}
        onClick={() => onPage(page - 1)}
      >
        <Icon shape={caretLeft} mirror />
      </button>
      <span>{m.plan_page({ a: page + 1, b: pages })}</span>
      <button
        type="button"
        className={styles['turn']}
        disabled={page >= pages - 1}
        aria-label={m.plan_page_next()}
        onClick={() => onPage(page + 1)}
      >
        <Icon shape={caretRight} mirror />
      </button>
    </nav>
  )
}

/** Whether what was written here has arrived, in words. */
export function ArrivalWords({ circle }: { readonly circle: Circle }) {
  const status = useDocStatus(circle.live)
  const back = useCameBack(status.link)
  if (status.link === 'offline' || status.link === 'refused') {
    return (
      <output className={styles['arrival']} data-here="">
        <Icon shape={wifiOff} />
        {status.arrived ? m.st_off() : `${m.st_off_title()}. ${m.st_here()}.`}
      </output>
    )
  }
  if (status.full === true) {
    return (
      <output className={styles['arrival']} data-here="">
        <Icon shape={clockAgain} />
        {m.st_full()}
      </output>
    )
  }
  if (!status.arrived) {
    return (
      <p className={styles['arrival']} data-here="">
        <Icon shape={clockAgain} />
        {m.st_here()}
      </p>
    )
  }
  const words = status.link !== 'live' ? m.st_sync() : back ? m.st_back() : m.st_arrived()
  return <p className={styles['arrival']}>{words}</p>
}

/** How long "Alles staat weer op het bord" stands there. */
const backFor = 4000

/** True for a moment after the connection came back. */
function useCameBack(link: DocStatus['link']): boolean {
  const [back, setBack] = useState(false)
  const wasOffline = useRef(false)
  useEffect(() => {
    if (link === 'offline') wasOffline.current = true
    if (link !== 'live' || !wasOffline.current) return
    wasOffline.current = false
    // oxlint-disable-next-line react/set-state-in-effect
    setBack(true)
    const timer = setTimeout(() => setBack(false), backFor)
    return () => clearTimeout(timer)
  }, [link])
  return back
}
