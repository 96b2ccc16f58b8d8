import type { Outputs } from '@kringplan/shared/contract/messages'
import { findModel } from '@kringplan/shared/models/catalogue'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { useCall } from '../api/useCall.ts'
import { sayMoment } from '../i18n/dates.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { deskPath, homeOf } from '../routes.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './forms.module.css'
import { Layout } from './Layout.tsx'
import { phaseText } from './phaseText.ts'
import { youAre } from './youAre.ts'

type Desk = Outputs['listConferences']

/** "Jouw kringen". */
export function DeskPage({ desk }: { readonly desk: string }) {
  const { answer, again } = useCall('listConferences', { params: { desk } })

  if (answer === null) return <Loading />
  if (!answer.ok) {
    return answer.refusal.refusal === 'refused' ? (
      <PlainPage title={m.start_coord()}>{m.start_coord_how()}</PlainPage>
    ) : (
      <PlainPage
        title={refusalText(answer.refusal.refusal)}
        button={{ label: m.st_again(), onPress: again }}
      />
    )
  }
  return (
    <Layout
      title={m.k_home()}
      lead={youAre(answer.value.name)}
      strips={<SeatStrips practice={isPractice()} />}
      foot={<LanguagePicker />}
    >
      <Conferences desk={desk} lines={answer.value.conferences} name={answer.value.name} />
      <div className={styles['buttons']}>
        <Link href={deskPath(desk, 'nieuw')} className={buttonClass('primary')}>
          {m.k_new()}
        </Link>
      </div>
    </Layout>
  )
}

function Conferences({ desk, lines, name }: { desk: string; lines: Desk['conferences']; name: string }) {
  const [, go] = useLocation()
  const locale = useLocale()
  const [error, setError] = useState<string>()

  const enter = async (id: string, circle: string) => {
    const done = await call('enterConference', { params: { desk, id } })
    if (!done.ok) {
      setError(refusalText(done.refusal.refusal))
      return
    }
    rememberSeat({ seat: done.value.seat, role: 'coordinator', circle, name })
    go(homeOf('coordinator', done.value.seat))
  }

  if (lines.length === 0) return <p>{m.k_none()}</p>
  return (
    <>
      {error === undefined ? null : <Notice kind="error">{error}</Notice>}
      <ul className={styles['list']}>
        {lines.map((line) => (
          <li key={line.id} className={styles['card']}>
            <h2>
              <bdi>{line.circle}</bdi>
            </h2>
            <p>
              {findModel(line.modelId)?.title[locale]}
              {line.startsAt === null ? null : <>. {sayMoment(line.startsAt)}</>}
            </p>
            <p className={styles['help']}>{phaseText(line.phase)}</p>
            <div>
              <Button onClick={() => void enter(line.id, line.circle)}>
                {m.k_open({ kring: line.circle })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
