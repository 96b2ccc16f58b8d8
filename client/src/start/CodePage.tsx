import { Redirect, useLocation } from 'wouter'
import { useCall } from '../api/useCall.ts'
import { refusalText } from '../messages/refusalText.ts'
import { homeOf } from '../routes.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { Loading } from '../ui/Loading.tsx'
import { WhoAreYou } from './WhoAreYou.tsx'

/** After a typed code: "Wie ben jij?" with the names of the circle. The room is asked before anybody comes in. */
export function CodePage() {
  const code = codeOfPage()
  const [, go] = useLocation()
  const { answer } = useCall('peekCode', code === null ? null : { input: { code } })

  if (code === null) return <Redirect to="/" replace />
  if (answer === null) return <Loading />
  if (!answer.ok) return <PlainPage title={refusalText(answer.refusal.refusal)} />
  return (
    <WhoAreYou
      code={code}
      peek={answer.value}
      onJoined={(seat) => go(homeOf('member', seat), { replace: true })}
    />
  )
}

/** The code that the start page handed over in the history entry: it survives a reload and is in no address. */
function codeOfPage(): string | null {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null) return null
  const { code } = state as { code?: unknown }
  return typeof code === 'string' ? code : null
}
