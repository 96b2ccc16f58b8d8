import { shareKinds, type OpenView, type Person, type ShareKind } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { may } from '../../seats/may.ts'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Ready.module.css'

const words: Readonly<Record<ShareKind, () => string>> = {
  none: m.bt_share_none,
  own: m.bt_share_own,
  whole: m.bt_share_whole,
}

/**
 * *Wie krijgt nog een kopie?* What each professional gets: nothing until the circle chooses. Where there is no door they
 * took part and have it, and nothing is asked.
 */
export function Shares({ view }: { readonly view: OpenView }) {
  const professionals = view.people.filter(({ role }) => role === 'professional')
  if (!view.hasDoor || professionals.length === 0 || !may(view, 'copy.share')) return null
  return (
    <section className={styles['shares']}>
      <h2>{m.c_who()}</h2>
      {professionals.map((person) => (
        <ShareOf key={person.id} view={view} person={person} />
      ))}
    </section>
  )
}

function ShareOf({ view, person }: { readonly view: OpenView; readonly person: Person }) {
  const known = view.plan?.shares.find(({ personId }) => personId === person.id)?.share ?? 'none'
  const [wanted, setWanted] = useState<ShareKind | null>(null)
  const [error, setError] = useState('')
  const choose = async (share: ShareKind) => {
    setWanted(share)
    setError('')
    const done = await call('share', { params: { seat: view.self.seat, id: person.id }, input: { share } })
    if (!done.ok) setError(refusalText(done.refusal.refusal))
    // What is chosen now is what the server says.
    setWanted(null)
  }
  return (
    <>
      <ChoiceGroup label={m.bt_share_of({ naam: person.name })} layout="row">
        {shareKinds.map((share) => (
          <Choice
            key={share}
            type="radio"
            name={`share-${person.id}`}
            checked={(wanted ?? known) === share}
            onChange={() => void choose(share)}
          >
            {words[share]()}
          </Choice>
        ))}
      </ChoiceGroup>
      {error === '' ? null : <Notice kind="error">{error}</Notice>}
    </>
  )
}
