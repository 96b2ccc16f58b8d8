import type { OpenView } from '@kringplan/shared/contract/seatView'
import { ENDING } from '@kringplan/shared/plan/schema'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { OpenCircle } from '../circle/OpenCircle.tsx'
import { m } from '../messages/compiled/messages.js'
import { useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { ConnectionStrip } from '../phone/ConnectionStrip.tsx'
import { Loading } from '../ui/Loading.tsx'
import { may } from '../seats/may.ts'
import { useReading } from '../table/useReading.ts'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import styles from './TablePlan.module.css'
import { TableAgreement } from './TableAgreement.tsx'
import { TableEnding } from './TableEnding.tsx'
import { TurnReading } from './TurnReading.tsx'

/**
 * The plan on the table for who listens: the coordinator, and a professional. They read it whole, follow what is read
 * aloud, and may ask to talk about an agreement; the circle changes the words.
 */
export function TablePlan({ view, home }: { readonly view: OpenView; readonly home: string }) {
  return (
    <OpenCircle view={view}>
      <Table view={view} home={home} />
    </OpenCircle>
  )
}

function Table({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const circle = useCircle()
  const { loaded } = useDocStatus(circle.live)
  const agreements = useAgreements(circle.live.doc)
  const main = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const here = useReading(view)
  const reading = here.reading?.agreement ?? null
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useFollow(main, reading)
  if (!loaded) return <Loading />
  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <Link href={home} className={styles['back']}>
          {m.ui_back()}
        </Link>
        <ReadAloud text={() => main.current?.innerText ?? ''} />
      </header>
      <main ref={main} className={styles['main']}>
        <ConnectionStrip live={circle.live} />
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {m.plan_title()}
        </h1>
        <p className={styles['lead']}>
          <bdi>{view.question}</bdi>
        </p>
        <ol className={styles['list']}>
          {agreements.map((agreement, index) => (
            <TableAgreement
              key={agreement.id}
              agreement={agreement}
              number={index + 1}
              people={circle.people}
              view={view}
              isRead={reading === agreement.id}
            />
          ))}
        </ol>
        <TableEnding doc={circle.live.doc} people={circle.people} isRead={reading === ENDING} />
        {may(view, 'plan.guide') ? <TurnReading here={here} agreements={agreements} /> : null}
      </main>
    </div>
  )
}

/** Brings what is read aloud now into view, once each time it changes. Nothing else moves the page. */
function useFollow(main: React.RefObject<HTMLElement | null>, reading: string | null): void {
  useEffect(() => {
    if (reading === null) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    main.current
      ?.querySelector(`[data-reads="${CSS.escape(reading)}"]`)
      ?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
  }, [main, reading])
}
