import type { PersonalLink } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { sayMoment } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { Plaatje } from '../ui/Plaatje.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import styles from './LinksPage.module.css'

/**
 * The cards on paper, A6, one for each person; on the screen there is nothing of them. A card may be lost on a bus:
 * it tells no question, no surname and no reason.
 */
export function PrintedCards({ links, view }: { links: readonly PersonalLink[]; view: OpenView }) {
  return (
    <div className={styles['cards']} aria-hidden="true">
      {links.map((link) => {
        const person = view.people.find((each) => each.id === link.personId)
        const look = person === undefined ? undefined : lookOf(person)
        return (
          <section key={link.personId} className={styles['card']}>
            <p className={styles['name']}>
              {look === undefined ? null : <Plaatje {...look} size="15mm" />}
              <bdi>{link.name}</bdi>
            </p>
            <p className={styles['invite']}>{m.link_card_invite()}</p>
            <p className={styles['fact']}>
              {view.startsAt === null ? null : <b>{sayMoment(view.startsAt)}</b>}
              <bdi>{view.place}</bdi>
              <br />
              {m.link_card_paper()}
            </p>
            <div className={styles['code']}>
              <QrCode value={link.url} label={m.link_label({ naam: link.name })} size="50mm" />
              <b>{m.link_card_scan()}</b>
            </div>
          </section>
        )
      })}
    </div>
  )
}
