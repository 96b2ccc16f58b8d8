import { Suspense, useEffect, useState } from 'react'
import { Route, Switch } from 'wouter'
import { lazyPart } from '../live/lazyPart.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { Loading } from '../ui/Loading.tsx'
import { BoardSeat } from './BoardSeat.tsx'
import { readBoardSettings, writeBoardSettings, type BoardSettings } from './boardSettings.ts'
import { NewBoard } from './NewBoard.tsx'
import { useBoardLook } from './useBoardLook.ts'

const WipeBoard = lazyPart(async () => (await import('./table/WipeBoard.tsx')).WipeBoard)

/** The board: /bord makes this browser one, /bord/:seat is it. One large page for the whole room. */
export function BoardApp() {
  const [settings, setSettings] = useState(readBoardSettings)
  useBoardLook(settings.contrast)
  useEffect(() => writeBoardSettings(settings), [settings])
  const onSettings = (next: BoardSettings) => setSettings(next)
  // Above everything that holds a document or a database of the seat.
  const [wiped, setWiped] = useState<string | null>(null)
  if (wiped !== null) {
    return (
      <Suspense fallback={<Loading />}>
        <WipeBoard seat={wiped} onKeep={() => setWiped(null)} />
      </Suspense>
    )
  }
  return (
    <>
      <LiveRegion />
      <Switch>
        <Route path="/bord">
          <NewBoard />
        </Route>
        <Route path="/bord/:seat/*?">
          {({ seat }) => (
            <BoardSeat key={seat} seat={seat} settings={settings} onSettings={onSettings} onWipe={setWiped} />
          )}
        </Route>
      </Switch>
    </>
  )
}
