import type { OpenView } from '@kringplan/shared/contract/seatView'
import { sayMoment } from '../../i18n/dates.ts'
import { m } from '../../messages/compiled/messages.js'
import { Plaatje } from '../../ui/Plaatje.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import type { CardOf } from './CardsPage.tsx'
import styles from './CardsPage.module.css'

interface PrintedCardsProps {
  readonly cards: readonly CardOf[]
  readonly view: OpenView
  /** Four on a sheet of A4 to cut, or a sheet of A6 each. */
  readonly layout: 'four' | 'one'
}

/**
 * The cards on paper, A6, each in the language of its person; on the screen there is nothing of them. A card may be
 * lost on a bus: it tells no question, no surname and no reason [PR7].
 */
export function PrintedCards({ cards, view, layout }: PrintedCardsProps) {
  return (
    <div className={styles['cards']} data-layout={layout} aria-hidden="true">
      {cards.map((card) => (
        <PrintedCard key={card.person.id} card={card} view={view} />
      ))}
    </div>
  )
}

function PrintedCard({ card, view }: { readonly card: CardOf; readonly view: OpenView }) {
  const { name, look, language } = card.person
  const locale = { locale: language }
  const food = view.preparation?.food ?? ''
  return (
    <section className={styles['card']} lang={language}>
      <div>
        <p className={styles['name']}>
          {look === undefined ? null : <Plaatje {...look} size="15mm" />}
          <bdi>{name}</bdi>
        </p>
        <p className={styles['circle']} dir="auto">
          {view.circle}
        </p>
      </div>
      <p className={styles['invite']}>{m.link_card_invite({}, locale)}</p>
      <p className={styles['fact']}>
        {view.startsAt === null ? null : <b>{sayMoment(view.startsAt, language)}</b>}
        <span dir="auto">
          {[view.place, food]
            .filter((words) => words !== '')
            .map(asSentence)
            .join(' ')}
        </span>
        <span>{m.link_card_paper({}, locale)}</span>
      </p>
      <div className={styles['code']}>
        <QrCode value={card.url} label={m.link_label({ naam: name }, locale)} size="50mm" />
        <b>{m.link_card_scan({}, locale)}</b>
        {view.joinCode === null ? null : (
          <p className={styles['typed']}>
            {m.pr_card_type({ adres: location.host }, locale)}
            <b>{view.joinCode}</b>
          </p>
        )}
      </div>
    </section>
  )
}

/** Place and food stand in one line: each ends with a mark. */
function asSentence(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`
}
