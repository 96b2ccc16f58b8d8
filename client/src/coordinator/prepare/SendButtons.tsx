import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Status } from '../../seats/Status.tsx'
import { Button } from '../../ui/Button.tsx'
import { copy, envelope, share, textMessage } from '../../ui/icons/coordinatorIcons.ts'
import { copyText } from '../copyText.ts'
import { mailAddress, smsAddress, type CardMessage } from './sendWays.ts'

interface SendButtonsProps {
  readonly message: CardMessage
  /** Where the device has a sheet of its own to choose an app, only that and copying. */
  readonly few?: boolean
  /** One of the ways was used. Whether it was sent only a person knows. */
  readonly onUsed?: () => void
}

/** Sends a link with what this device has. The link stands in no text or address of the page. */
export function SendButtons({ message, few = false, onUsed = () => {} }: SendButtonsProps) {
  const [said, setSaid] = useState('')
  const hasSheet = typeof navigator.share === 'function'
  const leave = (address: string) => {
    // Not a link in the page: the secret would stand in its address.
    location.assign(address)
    onUsed()
  }
  const onCopy = async () => {
    const isCopied = await copyText(message.url)
    setSaid(isCopied ? m.pr_send_copied() : m.pr_send_no_copy())
    if (isCopied) onUsed()
  }
  const onShare = async () => {
    try {
      await navigator.share({ text: message.words, url: message.url })
      onUsed()
    } catch {
      // Closed without sending: nothing happened.
    }
  }
  return (
    <>
      {hasSheet ? (
        <Button size="large" icon={share} onClick={() => void onShare()}>
          {m.pr_send_share()}
        </Button>
      ) : null}
      {hasSheet && few ? null : (
        <>
          <Button size="large" icon={textMessage} onClick={() => leave(smsAddress(message))}>
            {m.pr_send_sms()}
          </Button>
          <Button size="large" icon={envelope} onClick={() => leave(mailAddress(message))}>
            {m.pr_send_mail()}
          </Button>
        </>
      )}
      <Button size="large" icon={copy} onClick={() => void onCopy()}>
        {m.pr_send_copy()}
      </Button>
      <Status>{said}</Status>
    </>
  )
}
