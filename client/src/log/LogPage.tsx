import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import type { Result } from '@kringplan/shared/result'
import { useEffect, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { insideProof } from '../door/insideProof.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LogLines, WaitingLines } from './LogLines.tsx'
import { LogVerdictWords } from './LogVerdictWords.tsx'
import { readLog, type CheckedLog } from './readLog.ts'

export interface LogPageProps {
  readonly view: OpenView | ClosedView
  readonly home: string
}

/** The log of the door on a phone: every line in words, and whether it is whole by this phone's own reckoning. [LG8] */
export function LogPage({ view, home }: LogPageProps) {
  const [round, setRound] = useState(0)
  const [got, setGot] = useState<Result<CheckedLog, RefusalInfo> | null>(null)
  const { phase, revision } = view
  useEffect(() => {
    let left = false
    // Behind the closed door it is read by who proves to be inside.
    const proof = view.kind === 'closed' ? insideProof(view.self.seat, view.room) : null
    void readLog(view, call, proof).then((log) => (left ? undefined : setGot(log)))
    return () => {
      left = true
    }
    // Asked when the page opens, by the button, and when the meeting goes on; not with every other view.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [round, phase, revision])
  if (got === null) return <Loading />
  return (
    <PhonePage
      start={<BackLink href={`${home}/van-mij`} />}
      title={m.lg_title()}
      lead={m.lg_lead()}
      actions={<Button onClick={() => setRound((now) => now + 1)}>{m.st_again()}</Button>}
    >
      {got.ok ? (
        <>
          <LogVerdictWords verdict={got.value.verdict} />
          <LogLines lines={got.value.lines} verdict={got.value.verdict} />
          <WaitingLines lines={got.value.waiting} />
        </>
      ) : (
        <Notice kind={got.refusal.refusal === 'offline' ? 'offline' : 'error'}>
          {refusalText(got.refusal.refusal)}
        </Notice>
      )}
    </PhonePage>
  )
}
