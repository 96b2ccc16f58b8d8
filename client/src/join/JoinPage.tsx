import type { CardPeek } from '@kringplan/shared/contract/joining'
import { useEffect, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { useCall } from '../api/useCall.ts'
import { sayClock, sayDay } from '../i18n/dates.ts'
import { isLocale, readLocale, setLocale, useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { homeOf, takeFragment } from '../routes.ts'
import { HeldSeats } from '../seats/HeldSeats.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { AreYou } from './AreYou.tsx'

/**
 * A personal link: /k with the secret in the fragment, which is read once and kept in this page's memory only.
 * Looking consumes nothing, so previews of the link in a chat do no harm; the press on "Ja" makes the seat.
 * @param go leaves this page for another of the client, in the place of this entry of the history
 */
export function JoinPage({ go }: { readonly go: (href: string) => void }) {
  useLocale()
  const [token, setToken] = useState(takeFragment)
  const { answer, again } = useCall('peekCard', token === '' ? null : { input: { token } })
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  // A second link opened in the same tab changes the fragment only: no new page comes.
  useEffect(() => {
    const onHash = () => {
      const next = takeFragment()
      if (next !== '') setToken(next)
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])

  const found = answer?.ok === true ? answer.value : null
  useEffect(() => {
    if (found === null) return
    if (isLocale(found.language)) setLocale(found.language)
    if (found.seat !== null) go(homeOf(found.role, found.seat))
  }, [found, go])

  const yes = async (card: CardPeek) => {
    setBusy(true)
    const joined = await call('joinByCard', { input: { token, language: readLocale() } })
    setBusy(false)
    if (!joined.ok) {
      setError(sentenceFor(joined.refusal))
      return
    }
    const { seat, standing } = joined.value
    rememberSeat({ seat, role: card.role, circle: card.circle, name: card.name, locale: readLocale() })
    const home = homeOf(card.role, seat)
    go(card.role === 'member' && standing === 'in' && card.people !== null ? `${home}/plaatje` : home)
  }

  if (token === '') return <NoToken />
  if (answer === null) return <Loading />
  if (!answer.ok) {
    const later = answer.refusal.refusal === 'offline' || answer.refusal.refusal === 'tooMany'
    const button = later ? { button: { label: m.st_again(), onPress: again } } : {}
    return <PlainPage title={sentenceFor(answer.refusal)} {...button} />
  }
  const card = answer.value
  if (card.seat !== null) return <Loading />
  return <AreYou card={card} busy={busy} error={error} onYes={() => void yes(card)} onNo={() => go('/')} />
}

/** The page was loaded anew and the secret is gone with the memory: the card still works, and so do the seats. */
function NoToken() {
  return (
    <PhonePage
      title={m.join_scan_again()}
      lead={m.start_scan_how()}
      actions={
        <a href="/" className={buttonClass('secondary', 'large')}>
          {m.st_gone_home()}
        </a>
      }
    >
      <HeldSeats />
    </PhonePage>
  )
}

function sentenceFor({ refusal, from }: RefusalInfo): string {
  if (refusal === 'notYet' && from !== undefined) {
    return m.join_early({ tijd: `${sayDay(from)}, ${sayClock(from)}` })
  }
  return refusalText(refusal)
}
