import { FAR_LINK_LIVES } from '@kringplan/shared/contract/farLink'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { formatFarUrl } from '../sealed/doorCard.ts'
import { insideProof } from './insideProof.ts'
import type { FarPerson } from './farPeople.ts'
import { FarSend, type MadeLink } from './FarSend.tsx'
import { FarWho } from './FarWho.tsx'
import { useDraft } from './SealedCircle.tsx'

/** Letting in somebody far away: who it is, and a link to send to them. The four words come when they stand at the door. */
export function FarMoment({ onBack }: { readonly onBack: () => void }) {
  const { people, inside } = useCircle()
  const [made, setMade] = useState<MadeLink | null>(null)
  const { busy, error, make } = useMake(setMade)
  if (made !== null) {
    return (
      <FarSend
        key={made.url}
        made={made}
        busy={busy}
        error={error}
        onNew={() => make(made.who)}
        onBack={onBack}
      />
    )
  }
  return <FarWho people={people} inside={inside} busy={busy} error={error} onMake={make} onBack={onBack} />
}

function useMake(onMade: (made: MadeLink) => void) {
  const { view, live } = useDraft()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const run = async (who: FarPerson) => {
    const { room } = live.getDetail()
    const { seat } = view.self
    const proof = insideProof(seat, room)
    if (proof === null) return setError(m.err_refused())
    setBusy(true)
    const input = { ...proof, who: who.personId === null ? { name: who.name } : { personId: who.personId } }
    const answer = await call('farLink', { params: { seat }, input })
    setBusy(false)
    if (!answer.ok) {
      const { refusal } = answer.refusal
      if (refusal === 'badInput' && who.personId === null) return setError(m.err_name_strange())
      return setError(refusal === 'tooMany' ? m.far_too_many() : refusalText(refusal))
    }
    setError(undefined)
    // By the clock of this device, which may be another than the server's: it says for how long, from now on.
    const until = Date.now() + FAR_LINK_LIVES
    onMade({ who, url: formatFarUrl(location.origin, room, answer.value.link), until })
  }
  return { busy, error, make: (who: FarPerson) => void run(who) }
}
