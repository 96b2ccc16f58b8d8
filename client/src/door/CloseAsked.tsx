import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useContext, useEffect } from 'react'
import { call } from '../api/call.ts'
import { CircleContext } from '../circle/circle.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import { notClosedText } from './notClosedText.ts'
import { useCloseDoor } from './useCloseDoor.ts'

/**
 * "Wim vraagt: zullen wij de deur dicht doen?" on the phones of a circle at the table. The second person closes it; this
 * stands on every page of theirs until it is done or dropped [PH6].
 */
export function CloseAsked({ view }: { readonly view: OpenView }) {
  const table = useContext(CircleContext)?.live
  const { closing, close } = useCloseDoor(view, 'phone', table)
  const proposal = view.plan?.proposal
  const isAsked = view.hasDoor && proposal?.move === 'draft'
  const isMine = proposal?.personId === view.self.personId
  const by = isAsked && !isMine ? proposal.by : undefined
  useEffect(() => {
    if (by !== undefined) announce(capital(m.close_asks({ naam: by })))
  }, [by])
  if (!isAsked) return null
  const drop = () =>
    void call('dropProposal', { params: { seat: view.self.seat }, input: { revision: view.revision } })
  const isClosing = closing.at === 'closing'
  return (
    <Notice
      strip
      kind={closing.at === 'failed' ? 'error' : 'info'}
      action={
        <>
          {by === undefined ? null : (
            <Button kind="primary" aria-disabled={isClosing} onClick={close}>
              {isClosing ? m.door_closing() : m.door_close()}
            </Button>
          )}
          <Button onClick={drop}>{m.open_not_now()}</Button>
        </>
      }
    >
      {closing.at === 'failed'
        ? notClosedText(closing.refusal)
        : by === undefined
          ? m.open_asked()
          : capital(m.close_asks({ naam: by }))}
    </Notice>
  )
}
