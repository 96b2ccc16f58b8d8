import type { OpenView, SharedMove } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { call } from '../../api/call.ts'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useEnding } from '../../plan/useEnding.ts'
import { useAgreements, useDocStatus } from '../../plan/usePlan.ts'
import { readingPages } from '../../table/reading.ts'
import { useReading } from '../../table/useReading.ts'
import { BoardPlan } from '../BoardPlan.tsx'
import type { BoardScreenProps } from '../BoardSeat.tsx'
import type { BoardAction } from '../keymap.ts'
import type { PlanTable } from '../planTable.ts'
import { shortNotice } from '../practiceWords.ts'
import { isText } from '../useBoardKeys.ts'
import { AskMove } from './AskMove.tsx'
import { CloseAgain } from './CloseAgain.tsx'
import { EndingForm } from './EndingForm.tsx'
import { hasDay } from './endingSteps.ts'
import { FreezeScreen } from './FreezeScreen.tsx'
import { OnwardScreen } from './OnwardScreen.tsx'
import { ReaderChoice } from './ReaderChoice.tsx'
import { ReadingScreen } from './ReadingScreen.tsx'
import { SaidPanel } from './SaidPanel.tsx'
import { BarButtons, OnwardButton } from './TableButtons.tsx'
import { TableStrips } from './TableStrips.tsx'
import { useHeard } from './useHeard.ts'
import type { Moves } from './useMoves.ts'
import { useSaid } from './useSaid.ts'
import { waysOf } from './ways.ts'

/** What lies over the plan at the table. */
type Over = 'none' | 'onward' | 'reader' | 'read' | 'again' | 'freeze' | 'present' | 'redraft' | 'door'

export interface BoardTableProps extends BoardScreenProps {
  readonly view: OpenView
  readonly moves: Moves
}

/** The plan on the board where everybody sees it, made together or on the table, and the ways to go on from there. */
export function BoardTable({ view, moves, settings, onSettings }: BoardTableProps) {
  const { live } = useCircle()
  const { loaded } = useDocStatus(live)
  const agreements = useAgreements(live.doc)
  const ending = useEnding(live.doc)
  const here = useReading(view)
  const isTable = view.phase === 'presentation'
  const { changed, onHeard } = useHeard(agreements, isTable && loaded)
  const { saidOf, notesOf } = useSaid(view, agreements, changed)
  const ways = waysOf(view)
  const { over, setOver, isRead } = useOver(here.reading?.agreement ?? null)

  const leave = () => {
    moves.forget()
    setOver('none')
  }
  const clearMark = async (id: string) => {
    const done = await call('clearMark', { params: { seat: view.self.seat, id } })
    if (!done.ok) moves.tell(done.refusal.refusal)
  }
  const settle = (id: string): boolean => {
    if (saidOf(id).marks.length === 0) return false
    void clearMark(id)
    return true
  }
  const go = (action: BoardAction): boolean => {
    const found = ways.some((way) => way.action === action)
    if (action === 'onward' && ways.length > 0) setOver('onward')
    else if (!found) return false
    else if (action === 'read') setOver(isRead ? 'read' : 'reader')
    else if (isOver(action)) setOver(action)
    return true
  }
  const turnTo = (agreement: string | null, reader: string | null) => here.turn({ agreement, reader })
  const reader = here.reading?.reader ?? null

  const shown = (): ReactNode => {
    switch (over) {
      case 'none':
        return null
      case 'onward':
        return (
          <OnwardScreen
            ways={ways}
            phase={view.phase}
            singleKeys={settings.singleKeys}
            onWay={go}
            onLeave={leave}
          />
        )
      case 'reader':
        return (
          <ReaderChoice
            view={view}
            onLeave={() => setOver(isRead ? 'read' : 'none')}
            onReader={(chosen) => {
              turnTo(here.reading?.agreement ?? readingPages(agreements)[0] ?? null, chosen)
              setOver('read')
            }}
          />
        )
      case 'read':
        return (
          <ReadingScreen
            view={view}
            here={here}
            agreements={agreements}
            ending={ending}
            saidOf={saidOf}
            onSettled={settle}
            onHeard={onHeard}
            notice={moves.said}
            onReader={() => setOver('reader')}
            onLeave={() => {
              turnTo(null, reader)
              setOver('none')
            }}
            singleKeys={settings.singleKeys}
          />
        )
      case 'again':
        return <EndingForm onLeave={leave} />
      case 'freeze':
        return <FreezeScreen moves={moves} onLeave={leave} onDay={() => setOver('again')} />
      case 'door':
        return <CloseAgain view={view} live={live} onLeave={leave} />
      case 'present':
        return (
          <AskMove
            ask={m.bt_present_ask()}
            lines={[m.bt_present_1(), m.bt_present_2(), m.bt_present_3()]}
            yes={m.tb_present()}
            moves={moves}
            onYes={() => void moves.make('present')}
            onNo={leave}
          />
        )
      case 'redraft':
        return (
          <AskMove
            ask={m.bt_redraft_ask()}
            lines={[m.bt_redraft_1(), m.bt_redraft_2()]}
            yes={m.bt_redraft()}
            moves={moves}
            onYes={() => void moves.make('draft')}
            onNo={leave}
          />
        )
    }
  }

  const table: PlanTable = {
    phase: view.phase,
    isDoorOpen: view.hasDoor,
    over: shown(),
    onKey: (action, selected) => (action === 'settled' ? selected !== null && settle(selected) : go(action)),
    bar: isTable ? (
      <BarButtons onRead={() => go('read')} onAgain={() => go('again')} hasDay={hasDay(ending)} />
    ) : undefined,
    moves: ways.length > 0 ? <OnwardButton onPress={() => setOver('onward')} /> : undefined,
    notesOf,
    renderSaid: (id) => <SaidPanel said={saidOf(id)} onSettled={() => settle(id)} />,
  }
  return (
    <BoardPlan
      settings={settings}
      onSettings={onSettings}
      notice={shortNotice(view)}
      strip={<TableStrips view={view} moves={moves} onAsked={(move) => go(asked(move))} />}
      table={table}
      {...(isTable && view.hasDoor
        ? { renderDoor: (back: () => void) => <CloseAgain view={view} live={live} onLeave={back} /> }
        : {})}
    />
  )

  function asked(move: SharedMove): BoardAction {
    if (move === 'draft') return view.hasDoor ? 'door' : 'redraft'
    return move === 'present' ? 'present' : 'freeze'
  }
}

function isOver(action: BoardAction): action is BoardAction & Over {
  return (['again', 'freeze', 'present', 'redraft', 'door'] as const).some((one) => one === action)
}

/**
 * What lies over the plan. Where the reading begins or ends on another screen that may turn the page, the board goes
 * along, unless somebody is typing on it.
 */
function useOver(reading: string | null) {
  const isRead = reading !== null
  const [over, setOver] = useState<Over>(isRead ? 'read' : 'none')
  const before = useRef(isRead)
  useEffect(() => {
    if (before.current === isRead) return
    before.current = isRead
    // The effect is about a moment: what is read was begun, or ended, just now.
    // oxlint-disable-next-line react/set-state-in-effect
    setOver((now) => {
      if (isRead) return now === 'none' && !isText(document.activeElement) ? 'read' : now
      return now === 'read' ? 'none' : now
    })
  }, [isRead])
  return { over, setOver, isRead }
}
