import type { OpenView } from '@kringplan/shared/contract/seatView'
import { ENDING } from '@kringplan/shared/plan/schema'
import { useEffect, useState } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useAgreements, useDocStatus } from '../../plan/usePlan.ts'
import { BackLink } from '../../seats/BackLink.tsx'
import { may } from '../../seats/may.ts'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { readingPages } from '../../table/reading.ts'
import { useReading } from '../../table/useReading.ts'
import { ConnectionStrip } from '../ConnectionStrip.tsx'
import styles from './ReadAlong.module.css'
import { LargeAgreement } from './LargeAgreement.tsx'
import { LargeEnding } from './LargeEnding.tsx'
import { ReaderLine } from './ReaderLine.tsx'
import { readPlace } from './readPlace.ts'

/**
 * K12, *Lees mee*: the agreement that is read aloud now, large. Who pages by oneself changes nothing for the others,
 * and is one press away from where they are. Where there is no board, a phone turns the page for everybody. [TB21, TB22]
 */
export function ReadAlong({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const { live, people } = useCircle()
  const agreements = useAgreements(live.doc)
  const { loaded } = useDocStatus(live)
  const [own, setOwn] = useState<string | null>(null)
  const [turns, setTurns] = useState(0)
  const { reading, turn, isLost } = useReading(view)
  const row = readingPages(agreements)
  const place = readPlace(row, reading, own)
  const turnsForAll = view.boards === 0 && may(view, 'plan.guide')
  const number = place.at === null || place.at === ENDING ? null : row.indexOf(place.at) + 1
  useSayTurn(place.isWithThem ? place.at : null, number)

  const page = (to: string | null) => {
    setOwn(to === (reading?.agreement ?? null) ? null : to)
    // The heading of the page that comes takes the focus: this person turned it.
    setTurns((count) => count + 1)
  }
  const showAll = () => {
    turn({ agreement: place.at, reader: reading?.reader ?? null })
    setOwn(null)
  }
  if (!loaded && agreements.length === 0) return <Loading />
  const agreement = agreements.find(({ id }) => id === place.at)
  return (
    <PhonePage
      key={turns}
      start={<BackLink href={home} />}
      title={
        agreement === undefined ? (
          place.at === ENDING ? (
            m.tb_again()
          ) : (
            m.tp_now_reading()
          )
        ) : (
          <span className={styles['what']}>
            <span className={styles['number']}>{number}</span>
            <bdi>{agreement.what === '' ? m.a_later() : agreement.what}</bdi>
          </span>
        )
      }
      strips={<ConnectionStrip live={live} />}
      lead={place.at === null ? m.tp_not_started() : null}
      actions={
        <>
          {place.isWithThem ? null : (
            <Button kind="primary" size="large" onClick={() => page(reading?.agreement ?? null)}>
              {m.tp_follow()}
            </Button>
          )}
          {turnsForAll && !place.isWithThem ? (
            <Button size="large" onClick={showAll}>
              {m.tp_show_all()}
            </Button>
          ) : null}
          <div className={styles['turn']}>
            <Button disabled={place.previous === null} onClick={() => page(place.previous)}>
              {m.tp_prev()}
            </Button>
            <Button disabled={place.next === null} onClick={() => page(place.next)}>
              {m.tp_next()}
            </Button>
          </div>
        </>
      }
    >
      {place.at === null ? null : (
        <p className={styles['where']}>{place.isWithThem ? m.tb_now() : m.tp_own()}</p>
      )}
      <ReaderLine
        view={view}
        reader={reading?.reader ?? null}
        onReader={
          turnsForAll ? (reader) => turn({ agreement: reading?.agreement ?? null, reader }) : undefined
        }
      />
      {agreement === undefined ? null : (
        <LargeAgreement agreement={agreement} people={people} view={view} canClear={turnsForAll} />
      )}
      {place.at === ENDING ? <LargeEnding doc={live.doc} people={people} /> : null}
      {isLost ? <Notice kind="offline">{m.err_offline()}</Notice> : null}
    </PhonePage>
  )
}

/** Who listens to the screen hears that the page was turned; the focus stays where it is. */
function useSayTurn(at: string | null, number: number | null): void {
  useEffect(() => {
    if (at === null) return
    announce(number === null ? m.tb_again() : m.plan_number({ n: number }))
  }, [at, number])
}
