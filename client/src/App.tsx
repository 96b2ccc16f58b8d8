import { Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { useLocale } from './i18n/locale.ts'
import { lazyPart } from './live/lazyPart.ts'
import { m } from './messages/compiled/messages.js'
import { PlainPage } from './seats/PlainPage.tsx'
import { Loading } from './ui/Loading.tsx'

/*
 * Each kind of page is a file of its own to load: the page that joins a circle on bad wifi carries nothing of the
 * plan, of the board or of the coordinator.
 */
const StartPage = lazyPart(async () => (await import('./start/StartPage.tsx')).StartPage)
const CodePage = lazyPart(async () => (await import('./start/CodePage.tsx')).CodePage)
const MemberSeat = lazyPart(async () => (await import('./now/MemberSeat.tsx')).MemberSeat)
const ProfessionalSeat = lazyPart(
  async () => (await import('./professional/ProfessionalSeat.tsx')).ProfessionalSeat,
)
const SignInPage = lazyPart(async () => (await import('./coordinator/SignInPage.tsx')).SignInPage)
const DeskPage = lazyPart(async () => (await import('./coordinator/DeskPage.tsx')).DeskPage)
const NewConference = lazyPart(async () => (await import('./coordinator/NewConference.tsx')).NewConference)
const CoordinatorSeat = lazyPart(
  async () => (await import('./coordinator/CoordinatorSeat.tsx')).CoordinatorSeat,
)
const BoardApp = lazyPart(async () => (await import('./board/BoardApp.tsx')).BoardApp)
const CopyPage = lazyPart(async () => (await import('./copy/CopyPage.tsx')).CopyPage)
const CheckPage = lazyPart(async () => (await import('./check/CheckPage.tsx')).CheckPage)
const LeavingPage = lazyPart(async () => (await import('./phone/table/LeavingPage.tsx')).LeavingPage)
const DoorCardPage = lazyPart(async () => (await import('./door/DoorCardPage.tsx')).DoorCardPage)

/** Which page stands at which address: all but the page that joins a circle, which needs nothing of this. */
export function App() {
  useLocale()
  useFreshPage()
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <StartPage />
        </Route>
        <Route path="/code">
          <CodePage />
        </Route>
        <Route path="/plek/:seat/kopie">{({ seat }) => <CopyPage key={seat} seat={seat} />}</Route>
        <Route path="/plek/:seat/*?">{({ seat }) => <MemberSeat key={seat} seat={seat} />}</Route>
        <Route path="/i/:seat/*?">{({ seat }) => <ProfessionalSeat key={seat} seat={seat} />}</Route>
        <Route path="/c">
          <SignInPage />
        </Route>
        <Route path="/c/bureau/:desk">{({ desk }) => <DeskPage desk={desk} />}</Route>
        <Route path="/c/bureau/:desk/nieuw">{({ desk }) => <NewConference desk={desk} />}</Route>
        <Route path="/c/:seat/*?">{({ seat }) => <CoordinatorSeat key={seat} seat={seat} />}</Route>
        <Route path="/bord/*?">
          <BoardApp />
        </Route>
        <Route path="/controle">
          <CheckPage />
        </Route>
        <Route path="/weg">
          <LeavingPage />
        </Route>
        <Route path="/d/:room">
          <DoorCardPage />
        </Route>
        <Route>
          <PlainPage title={m.st_gone()} />
        </Route>
      </Switch>
    </Suspense>
  )
}

/**
 * A page that the browser took out of its back-forward cache shows what was true when it was left, which may be from
 * before the door closed [VW1]: load it anew.
 */
function useFreshPage(): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload()
    }
    addEventListener('pageshow', onShow)
    return () => removeEventListener('pageshow', onShow)
  }, [])
}
