import type { PersonalLink } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { useCall } from '../../api/useCall.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { may } from '../../seats/may.ts'
import { Status } from '../../seats/Status.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CardRow } from './CardRow.tsx'
import styles from './CardsPage.module.css'
import type { PersonRow } from './CircleTable.tsx'
import { rowsOf } from './peopleCalls.ts'
import { PrintChoice } from './PrintChoice.tsx'
import { SendSheet } from './SendSheet.tsx'
import { isInCircle } from './steps.ts'

/** Somebody with the address of their card. */
export interface CardOf {
  readonly person: PersonRow
  readonly url: string
  readonly hasCard: boolean
}

/** The cards and links: to print, to send, to show as a code. Asked for when this page opens, kept nowhere. */
export function CardsPage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const { answer } = useCall('links', { params: { seat } })
  const [sending, setSending] = useState<string | null>(null)
  if (answer === null) return <Status>{m.st_sync()}</Status>
  if (!answer.ok) return <Notice kind="error">{refusalText(answer.refusal.refusal)}</Notice>
  const all = cardsOf(view, answer.value.links)
  const sent = all.find(({ person }) => person.id === sending)
  return (
    <>
      <PrintChoice
        view={view}
        cards={all.filter(({ person }) => isInCircle(person, view))}
        canEdit={may(view, 'conference.edit')}
      />
      <p className={styles['note']}>{m.link_opens()}</p>
      <ul className={styles['links']}>
        {all.map((card) => (
          <CardRow key={card.person.id} card={card} onSend={() => setSending(card.person.id)} />
        ))}
      </ul>
      {sent === undefined ? null : (
        <SendSheet
          key={sent.person.id}
          seat={seat}
          person={sent.person}
          canMark={may(view, 'conference.edit')}
          onClose={() => setSending(null)}
        />
      )}
    </>
  )
}

function cardsOf(view: OpenView, links: readonly PersonalLink[]): readonly CardOf[] {
  return rowsOf(view).flatMap((person) => {
    const link = links.find(({ personId }) => personId === person.id)
    const hasCard = view.preparation?.people.find(({ id }) => id === person.id)?.hasCard === true
    return link === undefined ? [] : [{ person, url: link.url, hasCard }]
  })
}
