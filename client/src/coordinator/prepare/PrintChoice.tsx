import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Status } from '../../seats/Status.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { printer } from '../../ui/icons/coordinatorIcons.ts'
import { Notice } from '../../ui/Notice.tsx'
import forms from '../forms.module.css'
import type { CardOf } from './CardsPage.tsx'
import styles from './CardsPage.module.css'
import { peopleCalls } from './peopleCalls.ts'
import { PrintedCards } from './PrintedCards.tsx'

interface PrintChoiceProps {
  readonly view: OpenView
  /** Of everybody in the circle. */
  readonly cards: readonly CardOf[]
  readonly canEdit: boolean
}

/** Which cards, how many on a sheet; and afterwards, what only a person can know: whether they came out. */
export function PrintChoice({ view, cards, canEdit }: PrintChoiceProps) {
  const fresh = cards.filter(({ hasCard }) => !hasCard)
  const isMixed = fresh.length > 0 && fresh.length < cards.length
  const [wanted, setWanted] = useState<'new' | 'all'>('new')
  const [layout, setLayout] = useState<'four' | 'one'>('four')
  const [printed, setPrinted] = useState<readonly CardOf[]>([])
  if (cards.length === 0) return null
  const chosen = isMixed && wanted === 'new' ? fresh : cards
  return (
    <section className={styles['print']}>
      {isMixed ? (
        <ChoiceGroup label={m.pr_cards_which()}>
          <Choice type="radio" name="which" checked={wanted === 'new'} onChange={() => setWanted('new')}>
            {m.pr_cards_new()}
          </Choice>
          <Choice type="radio" name="which" checked={wanted === 'all'} onChange={() => setWanted('all')}>
            {m.pr_cards_all()}
          </Choice>
        </ChoiceGroup>
      ) : null}
      <ChoiceGroup label={m.pr_cards_size()}>
        <Choice type="radio" name="layout" checked={layout === 'four'} onChange={() => setLayout('four')}>
          {m.pr_cards_four()}
        </Choice>
        <Choice type="radio" name="layout" checked={layout === 'one'} onChange={() => setLayout('one')}>
          {m.pr_cards_one()}
        </Choice>
      </ChoiceGroup>
      <div>
        <Button
          kind="primary"
          icon={printer}
          onClick={() => {
            print()
            setPrinted(canEdit ? chosen.filter(({ hasCard }) => !hasCard) : [])
          }}
        >
          {m.link_print()}
        </Button>
      </div>
      {printed.length === 0 ? null : (
        <PrintedQuestion seat={view.self.seat} printed={printed} onDone={() => setPrinted([])} />
      )}
      <PrintedCards cards={chosen} view={view} layout={layout} />
    </section>
  )
}

interface PrintedQuestionProps {
  readonly seat: string
  readonly printed: readonly CardOf[]
  readonly onDone: () => void
}

function PrintedQuestion({ seat, printed, onDone }: PrintedQuestionProps) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const yes = async () => {
    setBusy(true)
    for (const { person } of printed) {
      const refused = await peopleCalls(seat).edit(person.id, { hasCard: true })
      if (refused === undefined) continue
      setError(refused)
      setBusy(false)
      return
    }
    onDone()
  }
  return (
    <div className={styles['asked']}>
      <Status>{m.pr_cards_done()}</Status>
      <div className={forms['buttons']}>
        <Button kind="primary" disabled={busy} onClick={() => void yes()}>
          {m.pr_cards_done_yes()}
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {m.pr_cards_done_no()}
        </Button>
      </div>
      {error === undefined ? null : <Notice kind="error">{error}</Notice>}
    </div>
  )
}
