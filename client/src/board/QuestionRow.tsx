import type { ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'
import { calendarCheck, pencil } from '../ui/icons/editIcons.ts'
import { calendar, lifebuoy, mapPin, usersThree } from '../ui/icons/planIcons.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './AgreementForm.module.css'
import type { Step } from './steps.ts'
import type { ShownWho } from '../plan/whoNames.ts'

const icons = {
  what: pencil,
  who: usersThree,
  where: mapPin,
  when: calendar,
  fallback: lifebuoy,
  fallbackWho: usersThree,
} as const

export interface QuestionRowProps {
  readonly step: Step
  readonly ask: string
  readonly active: boolean
  readonly empty: boolean
  readonly words: string
  /** A rhythm was chosen beside the words. */
  readonly inCalendar: boolean
  readonly who: readonly ShownWho[]
  /** Somebody else who writes here now. */
  readonly writer: string | null
  readonly canWrite: boolean
  readonly onOpen: () => void
  /** What to type or choose with, while this question is the one in use. */
  readonly children: ReactNode
}

/** One of the questions: the answer to read, or the place to type. A press opens it. */
export function QuestionRow(props: QuestionRowProps) {
  const { step, ask, active, empty, words, inCalendar, who, writer, canWrite, onOpen, children } = props
  return (
    <section className={styles['row']} data-step={step} data-active={active || undefined}>
      <h3 className={styles['ask']}>
        <Icon shape={icons[step]} className={step === 'fallback' ? styles['warm'] : styles['icon']} />
        {ask}
      </h3>
      <div className={styles['answer']}>
        {active && canWrite ? (
          children
        ) : (
          <button type="button" className={styles['open']} disabled={!canWrite} onClick={onOpen}>
            <span className={styles['spoken']}>{ask}</span>
            {empty ? (
              <span className={styles['later']}>{m.a_later()}</span>
            ) : words === '' ? (
              <span className={styles['people']}>
                {who.map((one) => (
                  <WhoName key={one.key} shown={one} />
                ))}
              </span>
            ) : (
              <bdi className={styles['words']} dir="auto">
                {words}
              </bdi>
            )}
            {inCalendar ? (
              <>
                <Icon shape={calendarCheck} className={styles['mark']} />
                <span className={styles['spoken']}>{m.wr_in()}</span>
              </>
            ) : null}
          </button>
        )}
        {writer === null ? null : <p className={styles['writer']}>{m.a_writes({ naam: writer })}</p>}
      </div>
    </section>
  )
}

/** Somebody in an agreement: picture and name, or the name alone of who is not in the circle. */
export function WhoName({ shown }: { readonly shown: ShownWho }) {
  if (shown.who.kind !== 'person') return <bdi className={styles['name']}>{shown.name}</bdi>
  return <PersonChip name={shown.name} look={shown.look} size="1.4em" />
}
