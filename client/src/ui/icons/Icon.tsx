import styles from './Icon.module.css'
import type { Shape } from './shape.ts'

export interface IconProps {
  readonly shape: Shape
  /** For signs of direction: turns around where the language runs from right to left. */
  readonly mirror?: boolean
  readonly className?: string | undefined
}

/** A drawing of 1.2 em in the colour of the text. Says nothing to a screen reader: the word beside it does. */
export function Icon({ shape, mirror = false, className }: IconProps) {
  const names = [styles['icon'], mirror ? styles['mirror'] : undefined, className].filter(Boolean).join(' ')
  return (
    <svg className={names} viewBox="0 0 256 256" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={shape} />
    </svg>
  )
}
