import type { ColourId, PictureId } from '@kringplan/shared/conference/palette'
import type { CSSProperties, ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import styles from './CircleRing.module.css'
import { circlePlaces, halfGap, placeAt, ringRadius, type Place } from './circlePlaces.ts'
import { Plaatje } from './Plaatje.tsx'
import { Spoken } from './Spoken.tsx'

export interface CircleSeat {
  readonly id: string
  readonly name: string
  readonly look?: { readonly picture: PictureId; readonly colour: ColourId } | undefined
  /** `here`: the picture. `empty`: not here yet, a dashed seat. `you`: the lit seat of who holds this screen. */
  readonly state: 'here' | 'empty' | 'you'
}

export interface CircleRingProps {
  readonly seats: readonly CircleSeat[]
  /** Draws the ring as the door: open has a gap at the bottom, which closes once, slowly. Left out: a thin line. */
  readonly door?: 'open' | 'closed'
  /** The whole drawing, a CSS length. */
  readonly size?: string
  /** The share of the drawing that a person's disc takes; made smaller when many people would touch. */
  readonly disc?: number
  /** One more place at the end, such as a button that adds somebody. */
  readonly extraSeat?: ReactNode
  /** What is read out for a person, where it is not about being here. */
  readonly say?: ((seat: CircleSeat) => string) | undefined
  /** What stands in the middle. */
  readonly children?: ReactNode
}

/** The circle of people. Names are read out; they are drawn only where the screen writes them elsewhere too. */
export function CircleRing({ seats, door, size, disc = 0.152, extraSeat, say, children }: CircleRingProps) {
  const count = seats.length + (extraSeat === undefined ? 0 : 1)
  const layout = circlePlaces(count, door !== undefined, disc)
  const extraPlace = layout.places[seats.length]
  return (
    <div className={styles['circle']} style={circleStyle(size, layout.disc)} data-door={door ?? 'none'}>
      {door === undefined ? <PlainLine /> : <DoorLine />}
      <ul className={styles['seats']} aria-label={m.board_seats()}>
        {seats.map((seat, index) => (
          <li key={seat.id} className={styles['seat']} style={placeStyle(layout.places[index])}>
            <Seat seat={seat} say={say} />
          </li>
        ))}
        {extraPlace === undefined ? null : (
          <li className={styles['seat']} style={placeStyle(extraPlace)}>
            {extraSeat}
          </li>
        )}
      </ul>
      <div className={styles['middle']}>{children}</div>
    </div>
  )
}

function Seat({ seat, say }: { readonly seat: CircleSeat } & Pick<CircleRingProps, 'say'>) {
  if (seat.state === 'you') return <span className={styles['you']}>{m.join_you()}</span>
  if (seat.state === 'here' && seat.look !== undefined) {
    return (
      <>
        <Plaatje picture={seat.look.picture} colour={seat.look.colour} size="var(--disc)" />
        <Spoken>{say?.(seat) ?? m.join_here({ naam: seat.name })}</Spoken>
      </>
    )
  }
  return (
    <>
      <span className={styles['empty']} />
      <Spoken>{say?.(seat) ?? m.join_not_here({ naam: seat.name })}</Spoken>
    </>
  )
}

function PlainLine() {
  return (
    <svg className={styles['line']} viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r={ringRadius * 100} />
    </svg>
  )
}

/** The long way round, the dots in the gap, and the two halves that close it. */
function DoorLine() {
  return (
    <svg className={styles['line']} viewBox="0 0 100 100" aria-hidden="true">
      <path d={arc(180 + halfGap, 180 - halfGap + 360, true)} />
      <path className={styles['dots']} d={arc(180 - halfGap + 4, 180 + halfGap - 4, false)} />
      <path className={styles['closing']} pathLength={1} d={arc(180 - halfGap, 180, false)} />
      <path className={styles['closing']} pathLength={1} d={arc(180 + halfGap, 180, false, true)} />
    </svg>
  )
}

function arc(from: number, to: number, large: boolean, backwards = false): string {
  const r = ringRadius * 100
  const a = placeAt(from, ringRadius)
  const b = placeAt(to, ringRadius)
  return `M${a.x.toFixed(2)} ${a.y.toFixed(2)}A${r} ${r} 0 ${large ? 1 : 0} ${backwards ? 0 : 1} ${b.x.toFixed(2)} ${b.y.toFixed(2)}`
}

function circleStyle(size: string | undefined, disc: number): CSSProperties {
  const style: Record<string, string> = { '--disc-share': disc.toFixed(4) }
  if (size !== undefined) style['--size'] = size
  return style
}

function placeStyle(place: Place | undefined): CSSProperties {
  if (place === undefined) return {}
  return { insetInlineStart: `${place.x.toFixed(2)}%`, insetBlockStart: `${place.y.toFixed(2)}%` }
}
