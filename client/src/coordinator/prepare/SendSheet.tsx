import { useState } from 'react'
import { useCall } from '../../api/useCall.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { Status } from '../../seats/Status.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { PersonRow } from './CircleTable.tsx'
import { peopleCalls } from './peopleCalls.ts'
import { SendButtons } from './SendButtons.tsx'
import { cardMessage, type CardMessage } from './sendWays.ts'

interface SendSheetProps {
  readonly seat: string
  readonly person: PersonRow
  /** Whether it can still be written down that it was sent. */
  readonly canMark: boolean
  readonly onClose: () => void
}

/** Sends somebody their card with what the coordinator's own device has. The link stands in no text of the page. */
export function SendSheet({ seat, person, canMark, onClose }: SendSheetProps) {
  const { answer } = useCall('links', { params: { seat } })
  const { id, name, language } = person
  const link = answer?.ok === true ? answer.value.links.find(({ personId }) => personId === id) : undefined
  const message = link === undefined ? undefined : cardMessage(link.url, language)
  return (
    <Sheet title={m.pr_send_to({ naam: name })} onClose={onClose}>
      {answer?.ok === false ? <Notice kind="error">{refusalText(answer.refusal.refusal)}</Notice> : null}
      {message === undefined ? (
        <Status>{answer === null ? m.st_sync() : ''}</Status>
      ) : (
        <Ways seat={seat} person={person} canMark={canMark} message={message} onClose={onClose} />
      )}
    </Sheet>
  )
}

interface WaysProps extends SendSheetProps {
  readonly message: CardMessage
}

function Ways({ seat, person, canMark, message, onClose }: WaysProps) {
  const [used, setUsed] = useState(false)
  return (
    <>
      <p>{m.link_only({ naam: person.name })}</p>
      <p>{m.pr_send_how({ woorden: message.words })}</p>
      <SendButtons message={message} onUsed={() => setUsed(true)} />
      {used && canMark ? <SentQuestion seat={seat} person={person} onClose={onClose} /> : null}
    </>
  )
}

/** Only a person knows whether it was sent: the coordinator says so, and nothing else does [PR7]. */
function SentQuestion({ seat, person, onClose }: Omit<SendSheetProps, 'canMark'>) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { id, name, invitation } = person
  const sent = async () => {
    // Who said to come stays somebody who comes.
    if (invitation !== 'none') {
      onClose()
      return
    }
    setBusy(true)
    const refused = await peopleCalls(seat).edit(id, { invitation: 'sent' }, { invitation })
    setBusy(false)
    if (refused === undefined) onClose()
    else setError(refused)
  }
  return (
    <>
      <Status>{m.pr_sent_ask({ naam: name })}</Status>
      <Button kind="primary" size="large" disabled={busy} onClick={() => void sent()}>
        {m.pr_sent_yes()}
      </Button>
      <Button kind="quiet" size="large" onClick={onClose}>
        {m.pr_sent_no()}
      </Button>
      {error === undefined ? null : <Notice kind="error">{error}</Notice>}
    </>
  )
}
