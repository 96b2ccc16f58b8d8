import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef } from 'react'
import { useBoardKeys } from '../board/useBoardKeys.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { announce } from '../ui/LiveRegion.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { door } from '../ui/icons/screenIcons.ts'
import { useArmedSound } from '../ui/useArmedSound.ts'
import styles from './BoardKnock.module.css'
import { KnockButtons } from './KnockButtons.tsx'
import { soundKnock } from './knockSound.ts'
import { knockText } from './knockText.ts'
import { useKnock } from './useKnock.ts'

/**
 * A knock at the bottom of the board, over whatever it shows: two soft taps, and words that wait. It takes the focus from
 * nobody; the key K goes to its buttons [KN3].
 */
export function BoardKnock({
  view,
  singleKeys,
}: {
  readonly view: ClosedView
  readonly singleKeys: boolean
}) {
  useArmedSound()
  const here = useKnock(view)
  const first = useRef<HTMLButtonElement>(null)
  const { knock } = here
  const words =
    knock === null ? '' : `${m.knock_onboard({ coord: sayNames(view.coordinators) })} ${knockText(knock)}`
  useTaps(knock?.id)
  useEffect(() => {
    if (words !== '') announce(words)
  }, [words])
  useBoardKeys(singleKeys, (action) => {
    if (action !== 'knock' || first.current === null) return false
    first.current.focus()
    return true
  })
  if (knock === null) return null
  return (
    <section className={styles['knock']} aria-label={words}>
      <Icon shape={door} className={styles['icon']} />
      <p className={styles['words']}>
        {m.knock_onboard({ coord: sayNames(view.coordinators) })} <b dir="auto">{knockText(knock)}</b>
        {here.error === undefined ? null : <small role="alert">{here.error}</small>}
      </p>
      <KnockButtons here={here} first={first} />
      <kbd className={styles['key']} aria-hidden="true">
        K
      </kbd>
    </section>
  )
}

/** Two taps for a knock that comes while the board is there; not for one that was there before it. */
function useTaps(id: string | undefined): void {
  const heard = useRef(id)
  useEffect(() => {
    if (id !== undefined && id !== heard.current) soundKnock()
    heard.current = id
  }, [id])
}
