import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense } from 'react'
import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { chooseSeatLocale } from '../seats/useSeatLocale.ts'
import { may } from '../seats/may.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import { LeavePart } from './lazyPages.ts'
import styles from './NowPage.module.css'

/** What is mine: who I am here, my language, my picture. */
export function MinePage({ view, home }: { readonly view: OpenView | ClosedView; readonly home: string }) {
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={m.now_you({ naam: view.self.name })}
      lead={<bdi>{view.circle}</bdi>}
    >
      <section className={styles['stack']}>
        <h2 className={styles['heading']}>{m.lang()}</h2>
        <LanguagePicker onPick={(locale) => chooseSeatLocale(view.self.seat, locale)} />
      </section>
      {view.kind === 'open' && may(view, 'self.edit') && view.self.role === 'member' ? (
        <section className={styles['stack']}>
          <h2 className={styles['heading']}>{m.pic_group()}</h2>
          <Link href={`${home}/plaatje`} className={buttonClass('secondary', 'large')}>
            {m.pic_title()}
          </Link>
        </section>
      ) : null}
      {may(view, 'log.read') ? (
        <Link href={`${home}/logboek`} className={buttonClass('secondary', 'large')}>
          {m.lg_title()}
        </Link>
      ) : null}
      {view.kind === 'open' ? (
        <Suspense fallback={null}>
          <section className={styles['stack']}>
            <LeavePart view={view} home={home} />
          </section>
        </Suspense>
      ) : null}
    </PhonePage>
  )
}
