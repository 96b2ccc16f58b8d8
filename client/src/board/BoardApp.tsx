import { useEffect, useState } from 'react'
import { Route, Switch } from 'wouter'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { BoardSeat } from './BoardSeat.tsx'
import { readBoardSettings, writeBoardSettings, type BoardSettings } from './boardSettings.ts'
import { NewBoard } from './NewBoard.tsx'
import { useBoardLook } from './useBoardLook.ts'

/** The board: /bord makes this browser one, /bord/:seat is it. One large page for the whole room. */
export function BoardApp() {
  const [settings, setSettings] = useState(readBoardSettings)
  useBoardLook(settings.contrast)
  useEffect(() => writeBoardSettings(settings), [settings])
  const onSettings = (next: BoardSettings) => setSettings(next)
  return (
    <>
      <LiveRegion />
      <Switch>
        <Route path="/bord">
          <NewBoard />
        </Route>
        <Route path="/bord/:seat/*?">
          {({ seat }) => <BoardSeat key={seat} seat={seat} settings={settings} onSettings={onSettings} />}
        </Route>
      </Switch>
    </>
  )
}
