import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useContext, useState } from 'react'
import { CircleContext } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConfirmSheet } from '../ui/Sheet.tsx'
import { DoorPromises } from './DoorPromises.tsx'
import { notClosedText } from './notClosedText.ts'
import { useCloseDoor } from './useCloseDoor.ts'

/**
 * Closing the door from a phone, in a circle without a board: asked once more, with what it means. From the table it
 * takes a second person, whom `CloseAsked` asks.
 */
export function CloseDoor({ view }: { readonly view: OpenView }) {
  const [asking, setAsking] = useState(false)
  const table = useContext(CircleContext)?.live
  const { closing, close } = useCloseDoor(view, 'phone', table)
  const isAgain = view.phase === 'presentation'
  if (view.plan?.proposal?.move === 'draft') return null
  const leaving = [...view.coordinators, ...view.professionals]
  return (
    <>
      <Button size="large" disabled={closing.at === 'closing'} onClick={() => setAsking(true)}>
        {closing.at === 'closing' ? m.door_closing() : isAgain ? m.close_again() : m.door_close()}
      </Button>
      {closing.at === 'failed' ? <Notice kind="error">{notClosedText(closing.refusal)}</Notice> : null}
      {asking ? (
        <ConfirmSheet
          title={m.door_ask()}
          confirm={m.door_close()}
          onConfirm={() => {
            setAsking(false)
            close()
          }}
          onClose={() => setAsking(false)}
        >
          {leaving.length === 0 ? null : (
            <p>{m.door_going({ n: leaving.length, namen: sayNames(leaving) })}</p>
          )}
          <DoorPromises view={view} />
          {isAgain ? <p>{m.close_two()}</p> : null}
        </ConfirmSheet>
      ) : null}
    </>
  )
}
