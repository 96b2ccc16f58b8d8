import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { ReactNode } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { ringParts } from '../../plan/ringParts.ts'
import { whenWords } from '../../plan/whenWords.ts'
import { showWho, type ShownWho } from '../../plan/whoNames.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { calendar, lifebuoy, mapPin, usersThree } from '../../ui/icons/planIcons.ts'
import type { Shape } from '../../ui/icons/shape.ts'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import styles from './Reading.module.css'

export interface ReadAgreementProps {
  readonly agreement: Agreement
  readonly number: number
  readonly people: readonly CirclePerson[]
  /** What is said about it at the table. */
  readonly children?: ReactNode
}

/** One agreement to be read aloud: five lines, each in its place, also when there is no answer yet. */
export function ReadAgreement({ agreement, number, people, children }: ReadAgreementProps) {
  const { what, where, fallback } = agreement
  const then = showWho(agreement.fallbackWho, people)
  return (
    <article className={styles['page']} data-reads={agreement.id}>
      <Ring number={number} parts={ringParts(agreement)} size="calc(150 * var(--u))" />
      <div className={styles['words']}>
        <h1 className={styles['what']}>
          <Answer words={what} />
        </h1>
        <dl className={styles['lines']}>
          <Line word={m.q_wie_word()} icon={usersThree}>
            <People who={showWho(agreement.who, people)} />
          </Line>
          <Line word={m.q_waar_word()} icon={mapPin}>
            <Answer words={where} />
          </Line>
          <Line word={m.q_wanneer_word()} icon={calendar}>
            <Answer words={whenWords(agreement)} />
          </Line>
          <Line word={m.q_lukt_word()} icon={lifebuoy} warm>
            {fallback === '' && then.length > 0 ? null : (
              <span>
                <span className={styles['fails']}>{m.tb_fallback()}</span> <Answer words={fallback} />
              </span>
            )}
            {then.length === 0 ? null : (
              <span className={styles['then']}>
                <People who={then} /> {m.bt_then()}
              </span>
            )}
          </Line>
        </dl>
        {children}
      </div>
    </article>
  )
}

interface LineProps {
  /** What the drawing means, for who listens. */
  readonly word: string
  readonly icon: Shape
  readonly warm?: boolean
  readonly children: ReactNode
}

/** One line of the page: the drawing of its question, and the answer. */
export function Line({ word, icon, warm = false, children }: LineProps) {
  return (
    <div className={styles['line']}>
      <dt>
        <Icon shape={icon} className={warm ? styles['warm'] : styles['icon']} />
        <Spoken>{word}</Spoken>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The words, or that the circle does not know yet. */
export function Answer({ words }: { readonly words: string }) {
  if (words === '') return <span className={styles['later']}>{m.a_later()}</span>
  return (
    <bdi className={styles['answer']} dir="auto">
      {words}
    </bdi>
  )
}

/** People by picture and name, or that the circle does not know yet. */
export function People({ who }: { readonly who: readonly ShownWho[] }) {
  if (who.length === 0) return <Answer words="" />
  return (
    <span className={styles['people']}>
      {who.map(({ key, who: one, name, look }) =>
        one.kind === 'person' ? (
          <PersonChip key={key} name={name} look={look} size="1.3em" />
        ) : (
          <bdi key={key}>{name}</bdi>
        ),
      )}
    </span>
  )
}
