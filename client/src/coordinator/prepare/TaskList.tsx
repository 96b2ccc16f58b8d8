import { Link } from 'wouter'
import { Icon } from '../../ui/icons/Icon.tsx'
import { marks, type Step } from '../Layout.tsx'
import styles from './TaskList.module.css'

/** The steps as the page itself, where there is no room for them at the side. */
export function TaskList({
  steps,
  hrefOf,
}: {
  readonly steps: readonly Step[]
  hrefOf: (id: string) => string
}) {
  return (
    <ol className={styles['list']}>
      {steps.map(({ id, title, note, mark }) => (
        <li key={id}>
          <Link href={hrefOf(id)} className={styles['step']} data-mark={mark}>
            <Icon shape={marks[mark]} className={styles['mark']} />
            <span>
              {title}
              <small>{note}</small>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
