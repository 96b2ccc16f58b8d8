import type { FarPeek } from '@kringplan/shared/contract/joining'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { call, type RefusalInfo } from '../api/call.ts'
import { useCall } from '../api/useCall.ts'
import { isLocale, readLocale, setLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { homeOf } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FarEnded } from './FarEnded.tsx'
import { farNumber, forgetFarNumber, readFarNumber } from './farNumber.ts'
import styles from './Door.module.css'

/**
 * The link that somebody inside made for one person far away. Looking consumes nothing, so previews in a chat do no harm; the
 * tap makes a seat before the door, and leads at once to the asking by words.
 */
export function FarLinkPage({ link, room }: { readonly link: string; readonly room: string }) {
  // Who tapped before, and whose answer was lost, is known again by it.
  const [proof] = useState(readFarNumber)
  const { answer, again } = useCall('peekFar', {
    input: proof === undefined ? { link } : { link, proof },
  })
  const language = answer?.ok === true ? answer.value.language : null
  useEffect(() => {
    if (isLocale(language)) setLocale(language)
  }, [language])
  const [ended, setEnded] = useState<RefusalInfo>()
  if (answer === null) return <Loading />
  const end = ended ?? (answer.ok || !isEnd(answer.refusal) ? undefined : answer.refusal)
  if (end !== undefined) return <FarEnded room={room} title={sentence(end)} />
  if (answer.ok) return <AreYouFar link={link} peek={answer.value} onEnded={setEnded} />
  const { refusal } = answer.refusal
  const mayTryAgain = refusal === 'offline' || refusal === 'tooMany'
  return (
    <PlainPage
      title={sentence(answer.refusal)}
      {...(mayTryAgain ? { button: { label: m.st_again(), onPress: again } } : {})}
    />
  )
}

function AreYouFar({
  link,
  peek,
  onEnded,
}: {
  readonly link: string
  readonly peek: FarPeek
  readonly onEnded: (refusal: RefusalInfo) => void
}) {
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { name, circle } = peek
  const ask = async () => {
    setBusy(true)
    const joined = await call('joinFar', { input: { link, language: readLocale(), proof: farNumber() } })
    setBusy(false)
    if (!joined.ok) {
      return isEnd(joined.refusal) ? onEnded(joined.refusal) : setError(refusalText(joined.refusal.refusal))
    }
    forgetFarNumber()
    const { seat, room } = joined.value
    rememberSeat({ seat, role: 'member', circle, name, locale: readLocale(), room })
    go(`${homeOf('member', seat)}/aankloppen`, { replace: true })
  }
  return (
    <PhonePage
      centred
      title={m.join_is({ naam: name })}
      lead={<bdi>{circle}</bdi>}
      start={
        <>
          <DoorRing closed />
          <LanguagePicker />
        </>
      }
      strips={<SeatStrips practice={isPractice()} />}
      actions={
        <>
          {error === undefined ? null : <Notice kind="error">{error}</Notice>}
          <Button kind="primary" size="large" disabled={busy} onClick={() => void ask()}>
            {m.join_yes()}
          </Button>
        </>
      }
    >
      <div className={styles['outside']}>
        <p>{m.far_knock()}</p>
        <p>{m.far_not_you()}</p>
      </div>
    </PhonePage>
  )
}

/** The link works no more, or not for this phone. */
const isEnd = ({ refusal }: RefusalInfo): boolean => refusal === 'stale' || refusal === 'unknownLink'

/** Used by somebody before; over; or what any call can be told. */
function sentence({ refusal }: RefusalInfo): string {
  if (refusal === 'stale') return m.far_used()
  return refusal === 'unknownLink' ? m.far_old() : refusalText(refusal)
}
