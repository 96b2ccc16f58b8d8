import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { paperPlane } from '../../ui/icons/coordinatorIcons.ts'
import { qrCode } from '../../ui/icons/editIcons.ts'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { invitationText } from '../personWords.ts'
import type { CardOf } from './CardsPage.tsx'
import styles from './CardsPage.module.css'

/** One person's card: how it stands, its code on this screen, and the ways to send it. */
export function CardRow({ card, onSend }: { readonly card: CardOf; readonly onSend: () => void }) {
  const [open, setOpen] = useState(false)
  const { person, url, hasCard } = card
  const naam = person.name
  const facts = [
    ...(person.invitation === 'none' ? [] : [invitationText(person.invitation)]),
    ...(hasCard ? [m.pr_card_printed()] : []),
  ]
  return (
    <li className={styles['row']}>
      <div className={styles['who']}>
        <PersonChip name={naam} look={person.look} size="36px" />
        <span className={styles['facts']}>{facts.join('. ')}</span>
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
        <Button kind="quiet" icon={paperPlane} aria-label={m.pr_send_to({ naam })} onClick={onSend}>
          {m.link_send()}
        </Button>
      </div>
      {open ? (
        <div className={styles['qr']}>
          <QrCode value={url} label={m.link_label({ naam })} size="min(280px, 100%)" />
          <p>{m.link_only({ naam })}</p>
        </div>
      ) : null}
    </li>
  )
}
