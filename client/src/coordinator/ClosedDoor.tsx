import type { ClosedView, OutsideView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { sayTime } from '../i18n/dates.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { may } from '../seats/may.ts'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { Button } from '../ui/Button.tsx'
import { door, handWaving } from '../ui/icons/screenIcons.ts'
import { mapPin } from '../ui/icons/planIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import type { Shape } from '../ui/icons/shape.ts'
import { armSound, isSoundArmed } from '../ui/sound.ts'
import { CallsHeard } from './CallHeard.tsx'
import { clearBefore } from './clearBefore.ts'
import styles from './ClosedDoor.module.css'
import { EndConference } from './EndConference.tsx'
import { KnockBox } from './KnockBox.tsx'
import { youAre } from './youAre.ts'

export interface ClosedDoorProps {
  readonly view: ClosedView | OutsideView
  readonly link: SeatLink
}

/**
 * The closed door as somebody outside sees it, or the hallway before it closes. Nothing on it depends on what the
 * circle does inside: no number, no name of who is there, no way to look in [VW1].
 */
export function ClosedDoor({ view, link }: ClosedDoorProps) {
  useDarkPage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    void clearBefore()
  }, [])
  const closed = view.kind === 'closed'
  const coordinator = view.self.role === 'coordinator'
  return (
    <div className={styles['page']}>
      <SeatStrips practice={view.practice} demo={view.demo} />
      <header className={styles['top']}>
        <p>{coordinator ? youAre(view.self.name) : m.now_you({ naam: view.self.name })}</p>
        <p>
          <bdi>{view.circle}</bdi>
        </p>
      </header>
      <main className={styles['main']}>
        {coordinator ? <CallsHeard view={view} /> : null}
        <div className={closed ? styles['ring'] : `${styles['ring']} ${styles['open']}`}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {closed ? m.door_closed() : m.door_out_title()}
          </h1>
          {closed ? <p>{m.door_since({ tijd: sayTime(view.since) })}</p> : null}
        </div>
        <p className={styles['words']}>
          {closed ? (
            <>
              <b>{m.door_c_title()}</b> {m.door_c_body()}
              <small>{m.door_c_num()}</small>
            </>
          ) : (
            m.door_out_body()
          )}
        </p>
        {link === 'offline' ? (
          <p className={styles['offline']} role="alert">
            {coordinator ? m.st_off_c() : m.st_off_waiting()}
          </p>
        ) : null}
      </main>
      <section className={styles['boxes']} aria-label={m.door_c_what()}>
        {coordinator ? (
          <Box icon={handWaving} title={m.door_c_call()} text={m.door_c_stay()}>
            <SoundButton />
          </Box>
        ) : null}
        {closed && may(view, 'knock.make') ? (
          <Box icon={door} title={m.door_c_knock()} text={m.door_c_fixed()}>
            <KnockBox view={view} />
          </Box>
        ) : (
          <Box icon={door} title={m.door_c_wait()} text={m.door_c_wait_how()} />
        )}
        {view.place === '' ? null : <Box icon={mapPin} title={m.door_c_place()} text={view.place} />}
      </section>
      {may(view, 'phase.end') ? (
        <div className={styles['end']}>
          <EndConference view={view} />
        </div>
      ) : null}
    </div>
  )
}

interface BoxProps {
  readonly icon: Shape
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

function Box({ icon, title, text, children }: BoxProps) {
  return (
    <div className={styles['box']}>
      <Icon shape={icon} className={styles['icon']} />
      <h2>{title}</h2>
      <p dir="auto">{text}</p>
      {children}
    </div>
  )
}

/** Only where the browser still waits for a press before it lets the page sound. */
function SoundButton() {
  const [armed, setArmed] = useState(isSoundArmed)
  if (armed) return null
  return (
    <Button
      onClick={() => {
        void armSound().then(setArmed)
      }}
    >
      {m.door_c_sound()}
    </Button>
  )
}

/** The ground behind the page is night, too, in every theme. */
function useDarkPage(): void {
  useEffect(() => {
    document.documentElement.classList.add(styles['night'] ?? 'night')
    return () => document.documentElement.classList.remove(styles['night'] ?? 'night')
  }, [])
}
