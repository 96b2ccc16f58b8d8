import type { ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { sizeStyle } from './sizeStyle.ts'
import styles from './DoorRing.module.css'

export interface DoorRingProps {
  readonly closed: boolean
  /** A smaller line under the words: since when. */
  readonly children?: ReactNode
  /** The size of the ring, a CSS length. */
  readonly size?: string
}

/** The state of the door: a whole ring or one with a gap, and always the words beside it. */
export function DoorRing({ closed, children, size }: DoorRingProps) {
  return (
    <span className={styles['door']}>
      <svg className={styles['ring']} style={sizeStyle(size)} viewBox="0 0 64 64" aria-hidden="true">
        {closed ? <circle cx="32" cy="32" r="27" /> : <path d={openRing} />}
      </svg>
      <span>
        {closed ? m.door_closed() : m.door_isopen()}
        {children === undefined ? null : <small className={styles['since']}>{children}</small>}
      </span>
    </span>
  )
}

/** A gap of 40 degrees and its round ends at the bottom, where the door is. */
const openRing = 'M19.3 55.8A27 27 0 1 1 44.7 55.8'
