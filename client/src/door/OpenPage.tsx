import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { askOpening, dropOpening } from '@kringplan/shared/plan/opening'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useCircle } from '../circle/circle.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Notice } from '../ui/Notice.tsx'
import { heldKey } from './heldKeys.ts'
import { LateList } from './LateList.tsx'
import { notOpenedText } from './notOpenedText.ts'
import type { NotOpened } from './openDoor.ts'
import { OpenPromises } from './OpenPromises.tsx'
import { useDraft } from './SealedCircle.tsx'
import { useOpenKnowing } from './useOpenKnowing.ts'
import { useOpeningAsks } from './useOpening.ts'

export interface OpenPageProps {
  readonly view: ClosedView
  readonly home: string
}

/**
 * Opening the door from a phone takes two people inside: the first asks, which leaves the room as nothing but the asking
 * itself, and the second opens it [PH7].
 */
export function OpenPage({ view, home }: OpenPageProps) {
  const { live } = useDraft()
  const { inside, me } = useCircle()
  const asks = useOpeningAsks(live.doc)
  const other = asks.find(({ personId }) => personId !== me.personId)
  const isAsked = asks.some(({ personId }) => personId === me.personId)
  const { opening, isLooking, late, open } = useOpenKnowing()
  const [refusal, setRefusal] = useState<NotOpened | null>(null)
  const isOpening = opening.at === 'opening'
  const ask = async () => {
    setRefusal(null)
    const refused = await askTheOthers(view)
    if (refused !== null) setRefusal(refused)
    else if (me.personId !== null) {
      askOpening(live.doc, me.seat, { personId: me.personId, name: me.name, at: Date.now() })
    }
  }
  const why = refusal ?? (opening.at === 'failed' ? opening.why : null)
  // The server has forgotten that somebody asked: it is asked once more, by this one.
  const isForgotten = why === 'second'
  return (
    <PhonePage
      title={other === undefined ? m.door_openask() : capital(m.open_asks({ naam: other.name }))}
      start={<BackLink href={home} />}
      picture={<DoorRing closed />}
      actions={
        <>
          {other !== undefined && !isForgotten ? (
            <Button kind="primary" size="large" aria-disabled={isOpening || isLooking} onClick={open}>
              {isLooking ? m.st_sync() : isOpening ? m.open_opening() : m.door_open()}
            </Button>
          ) : isAsked && !isForgotten ? null : (
            <Button kind="primary" size="large" onClick={() => void ask()}>
              {m.open_ask()}
            </Button>
          )}
          {other !== undefined || isAsked ? (
            <Button size="large" onClick={() => dropOpening(live.doc)}>
              {m.open_not_now()}
            </Button>
          ) : null}
        </>
      }
    >
      <OpenPromises view={view} />
      <LateList late={late} />
      {other === undefined ? <p>{isAsked ? m.open_asked() : m.open_two()}</p> : null}
      {other === undefined && inside.some(({ kind }) => kind === 'board') ? <p>{m.open_by_board()}</p> : null}
      {why === null ? null : <Notice kind="error">{notOpenedText(why)}</Notice>}
    </PhonePage>
  )
}

/** Tells the server that this person asks, without a word of the plan. Null when it took it. */
async function askTheOthers({ self, room }: ClosedView): Promise<NotOpened | null> {
  const key = heldKey(self.seat, room)
  if (key === undefined) return 'refused'
  const answer = await call('askOpen', {
    params: { seat: self.seat },
    input: { room, doorToken: toBase64url(deriveDoorToken(key.secret)) },
  })
  return answer.ok ? null : answer.refusal.refusal
}
