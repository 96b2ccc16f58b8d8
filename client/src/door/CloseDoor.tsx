import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConfirmSheet } from '../ui/Sheet.tsx'
import { DoorPromises } from './DoorPromises.tsx'
import { notClosedText } from './notClosedText.ts'
import { useCloseDoor } from './useCloseDoor.ts'

/** Closing the door from a phone, in a circle without a board: asked once more, with what it means. */
export function CloseDoor({ view }: { readonly view: OpenView }) {
  const [asking, setAsking] = useState(false)
  const { closing, close } = useCloseDoor(view, 'phone')
  const leaving = [...view.coordinators, ...view.professionals]
  return (
    <>
      <Button size="large" disabled={closing.at === 'closing'} onClick={() => setAsking(true)}>
        {closing.at === 'closing' ? m.door_closing() : m.door_close()}
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
        </ConfirmSheet>
      ) : null}
    </>
  )
}
