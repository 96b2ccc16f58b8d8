import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { checkCircleFill, circle, circleHalf } from '../ui/icons/coordinatorIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './Layout.module.css'

/** A step at the side. A button or a link, whichever the page uses to move. */
export interface Step {
  readonly id: string
  readonly title: string
  /** How it stands, in a word or two. */
  readonly note: string
  readonly mark: 'open' | 'begun' | 'done'
}

export interface LayoutProps {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly steps?: readonly Step[]
  readonly current?: string
  readonly onStep?: (id: string) => void
  /** Where a step is a page of its own. */
  readonly hrefOf?: (id: string) => string
  /** The page of the steps, on screens without room for them at the side. Left out: there they stand as short words. */
  readonly back?: string | undefined
  /** Under the steps: when and where. */
  readonly foot?: ReactNode
  readonly strips?: ReactNode
  /** At the other side: the circle that fills. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/**
 * The coordinator's desk: steps, the work, the circle. One column where the screen is narrow. Give it the step as its
 * key: the heading of each step gets the focus.
 */
export function Layout(props: LayoutProps) {
  const { title, lead, steps = [], current, onStep, hrefOf, back, foot, strips, aside, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles['page']}>
      <div className={styles['strips']}>{strips}</div>
      <div className={styles['desk']} data-aside={aside === undefined ? undefined : ''}>
        <nav className={styles['side']} aria-label={m.k_steps()}>
          <p className={styles['brand']}>
            <svg viewBox="0 0 64 64" aria-hidden="true">
              <path d="M20.59 56.47A27 27 0 1 1 43.41 56.47" />
            </svg>
            {m.app_name()}
          </p>
          {steps.length === 0 ? null : (
            <ol className={styles['steps']} data-pages={hrefOf === undefined ? undefined : ''}>
              {steps.map((step) => (
                <li key={step.id}>
                  <StepControl
                    step={step}
                    isCurrent={step.id === current}
                    href={hrefOf?.(step.id)}
                    onPress={() => onStep?.(step.id)}
                  />
                </li>
              ))}
            </ol>
          )}
          {foot === undefined ? null : <div className={styles['foot']}>{foot}</div>}
        </nav>
        <main className={styles['main']}>
          {back === undefined ? null : (
            <p className={styles['back']}>
              <BackLink href={back} />
            </p>
          )}
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead === undefined || lead === null ? null : <p className={styles['lead']}>{lead}</p>}
          {children}
        </main>
        {aside === undefined ? null : <aside className={styles['aside']}>{aside}</aside>}
        {foot === undefined ? null : <footer className={styles['footBelow']}>{foot}</footer>}
      </div>
    </div>
  )
}

interface StepControlProps {
  readonly step: Step
  readonly isCurrent: boolean
  readonly href: string | undefined
  readonly onPress: () => void
}

function StepControl({ step, isCurrent, href, onPress }: StepControlProps) {
  const shared = {
    className: styles['step'],
    'data-mark': step.mark,
    'aria-current': isCurrent ? ('step' as const) : undefined,
  }
  const content = (
    <>
      <Icon shape={marks[step.mark]} className={styles['mark']} />
      <span>
        {step.title}
        <small>{step.note}</small>
      </span>
    </>
  )
  return href === undefined ? (
    <button type="button" {...shared} onClick={onPress}>
      {content}
    </button>
  ) : (
    <Link href={href} {...shared}>
      {content}
    </Link>
  )
}

/** The words beside a mark say the same. */
export const marks = { open: circle, begun: circleHalf, done: checkCircleFill } as const
