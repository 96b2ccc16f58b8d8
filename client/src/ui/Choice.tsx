import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './Choice.module.css'
import { Icon } from './icons/Icon.tsx'
import { check } from './icons/icons.ts'
import type { Shape } from './icons/shape.ts'

export interface ChoiceGroupProps {
  /** The question that the choices answer. */
  readonly label: ReactNode
  /** When a heading above already asks it: read out only. */
  readonly labelHidden?: boolean
  readonly error?: string | undefined
  /**
   * `column`: one below the other. `grid`: pictures, three in a row where they fit. `row`: short words beside each
   * other.
   */
  readonly layout?: 'column' | 'grid' | 'row'
  readonly children: ReactNode
}

/** A question with choices: a real fieldset, so the question is read out with each choice. */
export function ChoiceGroup({
  label,
  labelHidden = false,
  error,
  layout = 'column',
  children,
}: ChoiceGroupProps) {
  const errorId = useId()
  return (
    <fieldset className={styles['group']} {...(error === undefined ? {} : { 'aria-describedby': errorId })}>
      <legend className={labelHidden ? styles['legendHidden'] : styles['legend']}>{label}</legend>
      <div className={styles[layout]}>{children}</div>
      {error === undefined ? null : (
        <p className={styles['error']} id={errorId} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'size'> {
  readonly type: 'radio' | 'checkbox'
  readonly icon?: Shape | undefined
  /** A drawing before or, in a grid, above the words, such as a person's picture. */
  readonly picture?: ReactNode
  /** A second, quieter line. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** One choice as a card: a real radio button or checkbox whose whole card can be pressed. */
export function Choice({ type, icon, picture, note, children, ...input }: ChoiceProps) {
  return (
    <label className={styles['card']}>
      <input {...input} type={type} className={styles['input']} />
      {icon === undefined ? null : <Icon shape={icon} className={styles['icon']} />}
      {picture}
      <span className={styles['words']}>
        {children}
        {note === undefined ? null : <small className={styles['note']}>{note}</small>}
      </span>
      <Icon shape={check} className={styles['check']} />
    </label>
  )
}
