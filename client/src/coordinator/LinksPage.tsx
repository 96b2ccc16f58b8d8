import type { PersonalLink } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { useCall } from '../api/useCall.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { copy, paperPlane, printer } from '../ui/icons/coordinatorIcons.ts'
import { qrCode } from '../ui/icons/editIcons.ts'
import { Notice } from '../ui/Notice.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { copyText } from './copyText.ts'
import styles from './LinksPage.module.css'
import { PrintedCards } from './PrintedCards.tsx'

/** The personal links: to show as a code, to copy, to send, to print. Asked for when this page opens, kept nowhere. */
export function LinksPage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const allowed = may(view, 'links.read')
  const { answer } = useCall('links', allowed ? { params: { seat } } : null)

  if (!allowed) return <p>{m.err_refused()}</p>
  if (answer === null) return <Status>{m.st_sync()}</Status>
  if (!answer.ok) return <Notice kind="error">{refusalText(answer.refusal.refusal)}</Notice>
  const { links } = answer.value
  return (
    <>
      <p className={styles['note']}>{m.link_opens()}</p>
      <ul className={styles['links']}>
        {links.map((link) => (
          <LinkRow key={link.personId} link={link} view={view} />
        ))}
      </ul>
      <div className={styles['print']}>
        <Button kind="primary" icon={printer} onClick={() => print()}>
          {m.link_print()}
        </Button>
      </div>
      <PrintedCards links={links} view={view} />
    </>
  )
}

function LinkRow({ link, view }: { readonly link: PersonalLink; readonly view: OpenView }) {
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState(false)
  const person = view.people.find((each) => each.id === link.personId)
  const naam = link.name
  return (
    <li className={styles['row']}>
      <div className={styles['who']}>
        <PersonChip name={naam} look={person === undefined ? undefined : lookOf(person)} size="36px" />
      </div>
      <div className={styles['buttons']}>
        <Button
          kind="quiet"
          icon={qrCode}
          aria-expanded={open}
          aria-label={m.link_card({ naam })}
          onClick={() => setOpen(!open)}
        >
          {m.link_show()}
        </Button>
        <Button
          kind="quiet"
          icon={copy}
          aria-label={m.link_copy({ naam })}
          onClick={() => void copyText(link.url).then(setCopied)}
        >
          {copied ? m.ui_copied() : m.ui_copy()}
        </Button>
        {typeof navigator.share === 'function' ? (
          <Button
            kind="quiet"
            icon={paperPlane}
            aria-label={m.link_send_to({ naam })}
            onClick={() => void navigator.share({ url: link.url }).catch(() => undefined)}
          >
            {m.link_send()}
          </Button>
        ) : null}
      </div>
      {open ? (
        <div className={styles['qr']}>
          <QrCode value={link.url} label={m.link_label({ naam })} size="min(280px, 100%)" />
          <p>{m.link_only({ naam })}</p>
        </div>
      ) : null}
    </li>
  )
}
