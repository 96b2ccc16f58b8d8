import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { Icon } from './icons/Icon.tsx'
import type { Shape } from './icons/shape.ts'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  /** `primary`: the one thing to do here. `secondary`: an outline. `quiet`: text. `danger`: cannot be undone. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** `large`: a main choice, as wide as its column. `normal`: the default. `moment`: the one button of a board moment. */
  readonly size?: 'normal' | 'large' | 'moment'
  readonly icon?: Shape | undefined
  /** The key that does the same on the board, drawn behind the words. */
  readonly shortcut?: string | undefined
}

/** A button with words. Its type is `button` unless a form says otherwise. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'normal', icon, shortcut, children, type = 'button', ...rest } = props
  return (
    <button {...rest} type={type} className={buttonClass(kind, size)}>
      {icon === undefined ? null : <Icon shape={icon} />}
      <span>{children}</span>
      {shortcut === undefined ? null : (
        <kbd className={styles['key']} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  )
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(
  kind: NonNullable<ButtonProps['kind']> = 'secondary',
  size: NonNullable<ButtonProps['size']> = 'normal',
): string {
  return [styles['button'], styles[kind], styles[size]].join(' ')
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'> {
  readonly icon: Shape
  /** What it does, in words: read out, and shown as a hint. */
  readonly label: string
}

/** A round button with a drawing only. For read-aloud beside a heading; elsewhere a button has words. */
export function IconButton({ icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={styles['round']} aria-label={label} title={label}>
      <Icon shape={icon} />
    </button>
  )
}
