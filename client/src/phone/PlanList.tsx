import { isPlanFull } from '@kringplan/shared/plan/limits'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useWriters, type Writer } from '../plan/presence.ts'
import type { Unarrived } from '../plan/unarrived.ts'
import { useCanUndo } from '../plan/useCanUndo.ts'
import { useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import { undo as undoIcon } from '../ui/icons/planIcons.ts'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AgreementCard } from './AgreementCard.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { GoneNotice, type Gone } from './GoneNotice.tsx'
import styles from './PhonePlan.module.css'
import { planPath } from './planPaths.ts'
import { PlanTop } from './PlanTop.tsx'

export interface PlanListProps {
  readonly home: string
  readonly canWrite: boolean
  /** The page is older than the document: say so. */
  readonly oldPage: boolean
  readonly unarrived: Unarrived
  readonly gone: Gone | null
  readonly after: ReactNode
  readonly readOnly: string | undefined
  readonly onAdd: () => void
  /** Something else was done: what was just taken away needs no more saying. */
  readonly onActed: () => void
}

/** K7: the agreements in order, what is still open in each, and where one's own words are. */
export function PlanList(props: PlanListProps) {
  const { home, canWrite, oldPage, unarrived, gone, after, readOnly, onAdd, onActed } = props
  const { live, undo, people, canWrite: mayWrite, ideas } = useCircle()
  const agreements = useAgreements(live.doc)
  const status = useDocStatus(live)
  const writers = useWritersByAgreement(useWriters(live.awareness))
  const canUndo = useCanUndo(undo)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className={styles['page']}>
      <PlanTop back={home} words={m.ui_back()} />
      <main className={styles['main']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {m.plan_title()}
        </h1>
        {ideas === null ? null : (
          <Link href={`${home}/ideeen`} className={styles['back']}>
            {m.idea_title()}
          </Link>
        )}
        <ConnectionStrip live={live} />
        {oldPage ? (
          <Notice
            kind="error"
            action={<Button onClick={() => location.reload()}>{m.st_tab_reload()}</Button>}
          >
            {m.st_tab_old()}
          </Notice>
        ) : null}
        {mayWrite ? null : <Notice>{readOnly ?? m.pp_read_only()}</Notice>}
        {status.loaded || agreements.length > 0 ? null : status.link === 'connecting' ? <Loading /> : null}
        {status.loaded && agreements.length === 0 ? (
          <p className={styles['empty']}>{m.plan_empty()}</p>
        ) : null}
        <ol className={styles['list']} aria-label={m.plan_list()}>
          {agreements.map((agreement, index) => (
            <AgreementCard
              key={agreement.id}
              agreement={agreement}
              number={index + 1}
              href={planPath(home, agreement.id)}
              people={people}
              writer={writers.get(agreement.id)}
              unarrived={unarrived.agreements.has(agreement.id)}
            />
          ))}
        </ol>
        {canWrite && isPlanFull(agreements) ? <Notice>{m.plan_full({ n: MAX_AGREEMENTS })}</Notice> : null}
        {gone === null ? null : <GoneNotice doc={live.doc} gone={gone} />}
        {after}
        {status.loaded && mayWrite ? (
          <output className={styles['state']}>
            {unarrived.any ? m.pp_only_here() : agreements.length > 0 ? m.pp_all_here() : null}
          </output>
        ) : null}
      </main>
      {canWrite ? (
        <div className={styles['bar']}>
          <Button
            icon={undoIcon}
            disabled={!canUndo}
            onClick={() => {
              onActed()
              undo.undo()
            }}
          >
            {m.pp_undo()}
          </Button>
          <Button
            kind="primary"
            size="large"
            icon={plus}
            onClick={onAdd}
            disabled={!status.loaded || isPlanFull(agreements)}
          >
            {m.plan_new_short()}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** One name for each agreement somebody writes in; the names keep their identity so that other cards stay as they are. */
function useWritersByAgreement(writers: readonly Writer[]): ReadonlyMap<string, string> {
  return useMemo(
    () => new Map([...writers].reverse().map((writer) => [writer.agreement, writer.name])),
    [writers],
  )
}
