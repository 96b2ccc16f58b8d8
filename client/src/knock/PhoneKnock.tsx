import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect } from 'react'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './PhoneKnock.module.css'
import { KnockButtons } from './KnockButtons.tsx'
import { knockText } from './knockText.ts'
import { useKnock } from './useKnock.ts'

/** A knock on a phone inside: a strip at the top, which takes the focus from nobody [KN3]. */
export function PhoneKnock({ view }: { readonly view: ClosedView }) {
  const here = useKnock(view)
  const { knock } = here
  const title = m.knock_onboard({ coord: sayNames(view.coordinators) })
  const words = knock === null ? '' : `${title} ${knockText(knock)}`
  useEffect(() => {
    if (words !== '') announce(words)
  }, [words])
  if (knock === null) return null
  return (
    <Notice
      strip
      title={title}
      action={
        <div className={styles['buttons']}>
          <KnockButtons here={here} />
        </div>
      }
    >
      {knockText(knock)}
      {here.error === undefined ? null : ` ${here.error}`}
    </Notice>
  )
}
