import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useState, type ReactNode } from 'react'
import type { RefusalInfo } from '../api/call.ts'
import { capital } from '../i18n/capital.ts'
import { sayTime } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { hasDraft } from './anew.ts'
import { askerOf } from './askerOf.ts'
import styles from './Door.module.css'
import type { Device } from './enterRoom.ts'
import { useAnew, type AnewState } from './useAnew.ts'

export interface AnewWords {
  readonly title: string
  readonly lead: string | undefined
  readonly body: ReactNode
  readonly buttons: ReactNode
}

/** Starting anew, in words and buttons, as a phone and a board outside both say it. */
export function useAnewWords(view: ClosedView, device: Device): AnewWords {
  const state = useAnew(view, device)
  const [keeps] = useState(() => hasDraft(view.self.seat, view.room))
  const size = device === 'board' ? 'moment' : 'large'
  const drop = (
    <Button key="drop" size={size} disabled={state.isBusy} onClick={state.drop}>
      {m.nw_drop()}
    </Button>
  )
  const tijd = view.anew === null ? '' : sayTime(view.anew.from)
  switch (state.at) {
    case 'none':
      return {
        title: m.nw_title(),
        lead: m.nw_lead(),
        body: (
          <>
            <Consequences keeps={keeps} />
            <Refused refusal={state.refusal} />
          </>
        ),
        buttons: (
          <Button key="ask" kind="danger" size={size} disabled={state.isBusy} onClick={state.ask}>
            {m.nw_ask_btn()}
          </Button>
        ),
      }
    case 'dropped':
      return { title: m.nw_said_no(), lead: m.nw_said_no_how(), body: null, buttons: null }
    case 'own':
      return {
        title: m.nw_asked_title(),
        lead: device === 'board' ? m.nw_asked_board({ tijd }) : m.nw_asked_how({ tijd }),
        body: (
          <>
            <p className={styles['outside']}>{m.nw_stay()}</p>
            <Refused refusal={state.refusal} />
          </>
        ),
        buttons: drop,
      }
    case 'mine':
      return {
        title: m.nw_asked_title(),
        lead: m.nw_own(),
        body: <Refused refusal={state.refusal} />,
        buttons: drop,
      }
    case 'other':
      return {
        title: capital(m.nw_other_title({ naam: view.anew === null ? '' : askerOf(view.anew) })),
        lead: m.nw_lead(),
        body: (
          <>
            <Consequences keeps={false} />
            {state.isSoon ? <Notice>{m.nw_from({ tijd })}</Notice> : null}
            <Refused refusal={state.refusal} />
          </>
        ),
        buttons: <YesOrNo state={state} size={size} />,
      }
  }
}

function YesOrNo({ state, size }: { readonly state: AnewState; readonly size: 'moment' | 'large' }) {
  return (
    <>
      <Button kind="danger" size={size} disabled={state.isSoon || state.isBusy} onClick={state.agree}>
        {m.nw_yes()}
      </Button>
      <Button size={size} disabled={state.isBusy} onClick={state.drop}>
        {m.nw_no()}
      </Button>
    </>
  )
}

function Consequences({ keeps }: { readonly keeps: boolean }) {
  return (
    <ul className={styles['outside']}>
      <li>{keeps ? m.nw_has() : m.nw_gone()}</li>
      <li>{m.nw_along()}</li>
      <li>{m.nw_closed()}</li>
    </ul>
  )
}

function Refused({ refusal }: { readonly refusal: RefusalInfo | null }) {
  if (refusal === null) return null
  return <Notice kind="error">{whyNot(refusal)}</Notice>
}

function whyNot({ refusal, from }: RefusalInfo): string {
  if (refusal === 'notYet' && from !== undefined) return m.nw_from({ tijd: sayTime(from) })
  if (refusal === 'tooMany' && from !== undefined) return m.nw_again({ tijd: sayTime(from) })
  return refusal === 'refused' ? m.nw_not_you() : refusalText(refusal)
}
