import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { readContent } from '@kringplan/shared/plan/content'
import { useState } from 'react'
import type { RefusalInfo } from '../../api/call.ts'
import { useCircle } from '../../circle/circle.ts'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { lookOf } from '../../seats/lookOf.ts'
import { ownHash, type OwnVersion } from '../../table/compareVersion.ts'
import { giveSignature } from '../../table/giveSignature.ts'
import { useEscape } from '../../ui/useEscape.ts'
import { ReviewSignature } from './ReviewSignature.tsx'
import { emptyDraft, markOf } from './signingState.ts'
import { SignForm } from './SignForm.tsx'

export interface PersonSignsProps {
  readonly view: OpenView
  readonly person: Person
  readonly own: OwnVersion
  readonly agreements: readonly Agreement[]
  /** The signature is in the plan: in a sentence. */
  readonly onDone: (words: string) => void
  readonly onLeave: () => void
}

/** "Oma tekent nu": what she does, that she agrees, and her name, picture or drawing; then *Klopt dit?* */
export function PersonSigns({ view, person, own, agreements, onDone, onLeave }: PersonSignsProps) {
  const { live } = useCircle()
  const [draft, setDraft] = useState(emptyDraft)
  const [isChecked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const back = () => {
    setError('')
    if (isChecked) setChecked(false)
    else onLeave()
  }
  useEscape(back)
  const mark = markOf(draft, lookOf(person))

  const give = async () => {
    if (mark === null || own !== 'same') return
    setBusy(true)
    setError('')
    const shown = ownHash(view, readContent(live.doc))
    const done = await giveSignature({ view, shown, personId: person.id, device: 'board', mark })
    setBusy(false)
    if (done.ok) onDone(m.bt_signed_now({ naam: person.name }))
    else setError(whyNot(done.refusal, person.name))
  }
  if (isChecked && mark !== null) {
    return (
      <ReviewSignature
        person={person}
        mark={mark}
        code={view.plan?.version?.code ?? ''}
        busy={busy}
        own={own}
        error={error}
        onYes={() => void give()}
        onChange={back}
      />
    )
  }
  return (
    <SignForm
      person={person}
      agreements={agreements}
      draft={draft}
      onDraft={setDraft}
      onNext={() => setChecked(true)}
      onLeave={onLeave}
    />
  )
}

/** Why it was not taken, in a sentence. What was typed or drawn stays. */
function whyNot({ refusal, field }: RefusalInfo, naam: string): string {
  if (refusal !== 'stale') return refusalText(refusal)
  if (field === 'log') return m.lg_no_sign()
  return field === 'personId' ? capital(m.bt_signed_already({ naam })) : m.bt_other_version()
}
