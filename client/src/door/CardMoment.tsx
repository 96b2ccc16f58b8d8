import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useSyncExternalStore } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import { useDocStatus } from '../plan/usePlan.ts'
import styles from './Door.module.css'
import type { CardWindow } from './doorWindow.ts'
import { countPhones } from './insideCount.ts'
import { InsideList } from './InsideList.tsx'
import { useDraft } from './SealedCircle.tsx'
import { useArrivedSpoken } from './useCardWindow.ts'

export interface CardMomentProps {
  readonly card: CardWindow
  readonly inside: readonly InsideDevice[]
  readonly onEverybody: () => void
  readonly onLeave: () => void
}

/** The card, large: who points a camera at it comes in, and everybody sees the name appear. */
export function CardMoment({ card, inside, onEverybody, onLeave }: CardMomentProps) {
  const { view, device } = useDraft()
  const { live } = useCircle()
  const offline = useDocStatus(live).link === 'offline'
  useArrivedSpoken(card)
  useEscape(onLeave)
  const first = useFirstFocus<HTMLButtonElement>()
  const phones = countPhones(inside)
  const url = useSyncExternalStore(card.subscribe, card.url)
  return (
    <main className={styles['cardMoment']}>
      <div className={styles['qr']}>
        <QrCode
          value={url}
          label={m.card_label()}
          size={device === 'board' ? 'min(100%, calc(880 * var(--u)))' : 'min(100%, 340px)'}
        />
      </div>
      <div className={styles['words']}>
        <h1 className={styles['title']}>{m.card_title()}</h1>
        <p className={styles['lead']}>{m.gate_scan()}</p>
        {offline ? <Notice kind="offline">{m.st_off_title()}</Notice> : null}
        <section aria-label={m.inside_title()} className={styles['insideNow']}>
          <p className={styles['count']}>{m.card_inside({ n: phones })}</p>
          <InsideList inside={inside} />
        </section>
        <div className={styles['buttons']}>
          <Button ref={first} kind="primary" size="moment" onClick={onEverybody}>
            {phones === 0 ? m.card_skip() : m.card_stop()}
          </Button>
          {view.demo || view.practice ? (
            <Button onClick={() => openHere(card)}>{m.gate_open_here()}</Button>
          ) : null}
          <Button kind="quiet" shortcut={device === 'board' ? 'Esc' : undefined} onClick={onLeave}>
            {m.bd_to_plan()}
          </Button>
        </div>
      </div>
    </main>
  )
}

/** For trying out with one computer: the card in another tab. The address stands in no text or attribute. */
export function openHere(card: Pick<CardWindow, 'url'>): void {
  window.open(card.url(), '_blank', 'noopener')
}
