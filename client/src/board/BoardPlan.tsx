import { useEffect, type ReactNode } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useUnarrived } from '../plan/unarrived.ts'
import { useDocStatus } from '../plan/usePlan.ts'
import { LazyTextField, preloadTextField } from '../editor/LazyTextField.tsx'
import type { TextFieldApi } from '../editor/textFieldProps.ts'
import { Loading } from '../ui/Loading.tsx'
import { AgreementCard } from './AgreementCard.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import styles from './BoardPlan.module.css'
import { CalledStrip, CallPanel } from './CallPanel.tsx'
import { IdeasWall } from './IdeasWall.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { noNotes, type PlanTable } from './planTable.ts'
import { onPage, pageCount } from './paging.ts'
import { PlanBar, PlanHeader } from './PlanHeader.tsx'
import { PlanFooter } from './PlanFooter.tsx'
import { RemovedOffer } from './RemovedOffer.tsx'
import { RestCover } from './RestCover.tsx'
import { usePlanScreen } from './usePlanScreen.ts'
import { VisitQuestion, VisitStrip, Visited } from '../visit/BoardVisit.tsx'
import { useVisit } from '../visit/useVisit.ts'
import type { BoardSettings } from './boardSettings.ts'

export interface BoardPlanProps {
  readonly settings: BoardSettings
  readonly onSettings: (settings: BoardSettings) => void
  /** What the key D opens, where there is a door; `leave` goes back to the plan. */
  readonly renderDoor?: (leave: () => void) => ReactNode
  /** What the room must know about this server while it writes: practice, or the demo. Empty: nothing. */
  readonly notice?: string
  /** Over the page: something the room has to answer. */
  readonly strip?: ReactNode
  /** What the phase adds to the page. */
  readonly table?: PlanTable
}

/** The plan on the board: a page that never scrolls, driven by keys, by mouse or by touch. */
export function BoardPlan(props: BoardPlanProps) {
  const { settings, onSettings, renderDoor, notice = '', strip, table } = props
  const circle = useCircle()
  const loaded = useDocStatus(circle.live).loaded
  const visit = useVisit()
  const hasDoor = renderDoor !== undefined
  const screen = usePlanScreen({ circle, settings, onSettings, hasDoor, table, visit })
  const unarrived = useUnarrived(circle.live)
  const { state, row } = screen
  useEffect(preloadTextField, [])

  if (!loaded) return <Loading />
  if (visit.stage === 'comes') return <VisitQuestion visit={visit} chosen={screen.chosen} />
  const isVisited = visit.stage === 'inside'
  if (isVisited && visit.sees !== 'plan') return <Visited visit={visit} agreements={screen.agreements} />
  if (state.cover === 'rest') return <RestCover question={circle.question} onLeave={screen.leave} />
  if (state.cover === 'help') {
    return (
      <KeysHelp
        circle={circle}
        phase={table?.phase ?? 'deliberation'}
        hasDoor={hasDoor}
        settings={settings}
        onSettings={onSettings}
        onLeave={screen.leave}
      />
    )
  }
  if (state.cover === 'call' && !isVisited)
    return <CallPanel circle={circle} visit={visit} onLeave={screen.leave} />
  if (state.cover === 'door' && renderDoor !== undefined) return renderDoor(screen.leave)
  if (table !== undefined && table.over !== null) return table.over

  const top = (
    <>
      <div>
        {strip}
        {isVisited ? <VisitStrip visit={visit} /> : <CalledStrip circle={circle} stage={visit.stage} />}
      </div>
      <PlanHeader
        circle={circle}
        isDoorOpen={table?.isDoorOpen ?? false}
        onDoor={renderDoor === undefined ? undefined : screen.openDoor}
      />
    </>
  )
  if (state.wall !== 'off' && !isVisited) {
    return (
      <div className={styles['board']}>
        {top}
        <IdeasWall
          circle={circle}
          agreements={screen.agreements}
          singleKeys={settings.singleKeys}
          writing={state.wall === 'writing'}
          notice={notice}
          onWall={screen.goToWall}
          onOpen={screen.open}
          onMade={screen.openMade}
          onCall={screen.openCall}
          onHelp={screen.openHelp}
        />
      </div>
    )
  }

  const pages = pageCount(row.length, state.density)
  const page = Math.min(state.page, pages - 1)
  const shown = onPage(row, page, state.density)
  const firstReachable = shown.find((item) => item.agreement !== undefined)?.id
  const reachable = shown.some((item) => item.id === state.selected) ? state.selected : firstReachable
  return (
    <div className={styles['board']}>
      {top}
      <PlanBar
        // The ideas stay the circle's own, also their number.
        circle={isVisited ? { ...circle, ideas: null } : circle}
        agreements={screen.agreements}
        page={page}
        pages={state.place.at === 'form' ? 1 : pages}
        onPage={screen.goToPage}
        onNew={screen.addNew}
        onIdeas={() => screen.goToWall('wall')}
        notice={notice}
        more={table?.bar}
      />
      <RemovedOffer removed={state.removed} onRestore={screen.restore} />
      {state.jump === '' ? null : <p className={styles['jump']}>{m.bd_jump({ n: state.jump })}</p>}
      <main className={styles['main']}>
        {state.place.at === 'form' ? (
          <AgreementForm
            id={state.place.id}
            step={state.place.step}
            number={screen.numberOf(state.place.id)}
            total={row.length}
            onStep={screen.goToStep}
            onLeave={screen.leave}
            onMove={screen.move}
            onRemove={screen.remove}
            onUndo={screen.undo}
            said={table?.renderSaid(state.place.id)}
          />
        ) : row.length === 0 ? (
          <button type="button" className={styles['emptyPlan']} onClick={screen.addNew}>
            {m.plan_empty_board()}
          </button>
        ) : (
          <ol
            className={styles['plan']}
            data-per={state.density}
            aria-label={m.plan_list()}
            start={page * state.density + 1}
          >
            {shown.map(({ id, agreement }, index) =>
              agreement === undefined ? (
                <li key={id} className={styles['gone']}>
                  {m.a_gone({ n: page * state.density + index + 1 })}
                </li>
              ) : (
                <AgreementCard
                  key={id}
                  agreement={agreement}
                  number={page * state.density + index + 1}
                  people={circle.people}
                  density={state.density}
                  selected={id === state.selected}
                  fresh={screen.fresh.has(id)}
                  reachable={id === reachable}
                  writer={screen.writerOf(id)}
                  unarrived={unarrived.agreements.has(id)}
                  notes={table?.notesOf(id) ?? noNotes}
                  onOpen={screen.open}
                  onSelect={screen.select}
                  title={
                    state.place.at === 'title' && state.place.id === id ? (
                      <LazyTextField
                        circle={circle}
                        agreementId={id}
                        field="what"
                        label={m.q_wat()}
                        onReady={focusNow}
                        className={styles['titleField'] ?? ''}
                        onDone={screen.titleDone}
                        onEscape={screen.leave}
                        onKey={screen.titleKey}
                        onBlur={screen.titleLeft}
                      />
                    ) : null
                  }
                />
              ),
            )}
          </ol>
        )}
      </main>
      <PlanFooter
        circle={circle}
        onCall={screen.openCall}
        onHelp={screen.openHelp}
        moves={table?.moves}
        isVisited={isVisited}
        isDoorOpen={table?.isDoorOpen}
      />
    </div>
  )
}

const focusNow = (field: TextFieldApi) => field.focus()
