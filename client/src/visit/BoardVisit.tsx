import type { Agreement } from '@kringplan/shared/plan/agreement'
import { useEffect, useRef } from 'react'
import { ReadAgreement } from '../board/table/ReadAgreement.tsx'
import reading from '../board/table/Reading.module.css'
import { TIGHTEST } from '../board/table/ReadingPages.tsx'
import { useTightness } from '../board/useFit.ts'
import moment from '../board/Moment.module.css'
import { useCircle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import styles from './BoardVisit.module.css'
import { seesText } from './seesText.ts'
import type { VisitHere } from './useVisit.ts'

/**
 * "Fatma komt binnen. Wat mag Fatma zien?", over the plan: from here on nothing of it is seen until somebody chooses. The
 * heading has the focus, so that who was typing answers nothing by it [VI1].
 */
export function VisitQuestion({
  visit,
  chosen,
}: {
  readonly visit: VisitHere
  readonly chosen: string | null
}) {
  const coord = sayNames(useCircle().coordinators)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <main className={moment['rest']}>
      <h1 ref={heading} tabIndex={-1} className={moment['moment']}>
        {m.call_see({ coord })}
      </h1>
      <div className={moment['choices']}>
        <Button kind="primary" size="moment" onClick={() => visit.begin('nothing')}>
          {m.call_nothing()}
        </Button>
        {chosen === null ? null : (
          <Button size="moment" onClick={() => visit.begin('one', chosen)}>
            {m.call_one()}
          </Button>
        )}
        <Button size="moment" onClick={() => visit.begin('plan')}>
          {m.call_plan()}
        </Button>
      </div>
      <p className={moment['small']}>{m.vi_hidden()}</p>
    </main>
  )
}

/** Over the page while the coordinator is inside, with the way to say that she is outside again. */
export function VisitStrip({ visit }: { readonly visit: VisitHere }) {
  const coord = sayNames(useCircle().coordinators)
  return (
    <div className={styles['strip']}>
      <Icon shape={handWaving} />
      <output>
        <b>{m.call_in({ coord })}</b> {seesText[visit.sees]({ coord })}
      </output>
      <Button shortcut="F" onClick={visit.end}>
        {m.vi_out({ coord })}
      </Button>
    </div>
  )
}

interface VisitedProps {
  readonly visit: VisitHere
  readonly agreements: readonly Agreement[]
}

/** The board while the coordinator may see nothing, or one agreement. One that was taken away meanwhile is nothing. */
export function Visited({ visit, agreements }: VisitedProps) {
  const circle = useCircle()
  const index = visit.sees === 'one' ? agreements.findIndex(({ id }) => id === visit.agreement) : -1
  const agreement = agreements[index]
  return (
    <div className={styles['page']}>
      <VisitStrip visit={visit} />
      <main className={styles['main']}>
        {agreement === undefined ? (
          <h1 className={moment['moment']} dir="auto">
            {circle.question}
          </h1>
        ) : (
          <One agreement={agreement} number={index + 1} />
        )}
      </main>
    </div>
  )
}

/** One agreement, as large as all its words allow. */
function One({ agreement, number }: { readonly agreement: Agreement; readonly number: number }) {
  const { people } = useCircle()
  const box = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const locale = useLocale()
  const shown = JSON.stringify([agreement, people.map(({ name }) => name), locale])
  const fit = useTightness(box, body, shown, TIGHTEST)
  return (
    <div ref={box} className={reading['box']} data-fit={fit}>
      <div ref={body} className={reading['body']}>
        <ReadAgreement agreement={agreement} number={number} people={people} />
      </div>
    </div>
  )
}
