import type { OpenView } from '@kringplan/shared/contract/seatView'
import { findModel } from '@kringplan/shared/models/catalogue'
import { useState } from 'react'
import { CallLine } from './CallLine.tsx'
import { DoorAsk } from './DoorAsk.tsx'
import { InformationScreen } from './InformationScreen.tsx'
import type { BoardAction } from './keymap.ts'
import { RestCover } from './RestCover.tsx'
import { RoundScreen } from './RoundScreen.tsx'
import type { BoardScreenProps } from './BoardSeat.tsx'
import { useBoardKeys } from './useBoardKeys.ts'
import { WaitingQuestion } from './WaitingQuestion.tsx'
import { WelcomeScreen } from './WelcomeScreen.tsx'

type Screen = 'welcome' | 'information' | 'door' | 'rest'

/** The board before the plan: welcome, what the circle is told or asked, and the door. */
export function BeforePlan({ view, settings, onSettings }: BoardScreenProps & { readonly view: OpenView }) {
  const [screen, setScreen] = useState<Screen>('welcome')
  const [page, setPage] = useState(0)
  const mayGoOn = view.phase === 'information'
  const canClose = mayGoOn && view.hasDoor
  const rounds = findModel(view.modelId)?.rounds.length ?? 0
  const pages = Math.max(1, view.hasDoor ? view.points.length : rounds)
  const show = (next: Screen) => setScreen(next)

  const forward = () => {
    if (screen === 'welcome' && mayGoOn) show('information')
    else if (screen === 'information' && page < pages - 1) setPage(page + 1)
    else if (screen === 'information' && canClose) show('door')
    return true
  }
  const back = () => {
    if (screen === 'information' && page > 0) setPage(page - 1)
    else show(screen === 'door' ? 'information' : 'welcome')
    return true
  }
  const acts: Partial<Record<BoardAction, () => boolean>> = {
    contrast: () => (onSettings({ ...settings, contrast: !settings.contrast }), true),
    rest: () => (show(screen === 'rest' ? 'welcome' : 'rest'), true),
    door: () => (canClose && show('door'), canClose),
    back: () => (show(screen === 'door' ? 'information' : 'welcome'), true),
    right: forward,
    pageOn: forward,
    left: back,
    pageBack: back,
  }
  useBoardKeys(settings.singleKeys, (action) => view.waiting.length === 0 && (acts[action]?.() ?? false))

  const body = () => {
    switch (screen) {
      case 'welcome':
        return <WelcomeScreen view={view} onGoOn={mayGoOn ? () => show('information') : undefined} />
      case 'information':
        return view.hasDoor ? (
          <InformationScreen
            view={view}
            page={Math.min(page, pages - 1)}
            onPage={setPage}
            onBack={() => show('welcome')}
            onDoor={() => show('door')}
          />
        ) : (
          <RoundScreen view={view} page={page} onPage={setPage} onBack={() => show('welcome')} />
        )
      case 'door':
        return canClose ? <DoorAsk view={view} onBack={() => show('information')} /> : null
      case 'rest':
        return <RestCover question={view.question} onLeave={() => show('welcome')} />
    }
  }
  return (
    <>
      {body()}
      <WaitingQuestion view={view} />
      <CallLine view={view} />
    </>
  )
}
