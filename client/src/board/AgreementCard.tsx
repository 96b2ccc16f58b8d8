import { isComplete, openQuestions, type Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { questions } from '@kringplan/shared/plan/schema'
import { memo, useRef, type ReactNode } from 'react'
import { sayNames } from '../i18n/lists.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { whenWords } from '../plan/whenWords.ts'
import { calendarCheck, pencil } from '../ui/icons/editIcons.ts'
import { check, warning } from '../ui/icons/icons.ts'
import { chatDots } from '../ui/icons/signIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { calendar, lifebuoy, mapPin, usersThree } from '../ui/icons/planIcons.ts'
import { clockAgain } from '../ui/icons/screenIcons.ts'
import type { Shape } from '../ui/icons/shape.ts'
import { Ring, type RingParts } from '../ui/Ring.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './AgreementCard.module.css'
import type { Density } from './paging.ts'
import type { CardNote } from './planTable.ts'
import { useFit } from './useFit.ts'
import { showWho } from '../plan/whoNames.ts'
import { WhoLine } from './WhoLine.tsx'

export interface AgreementCardProps {
  readonly agreement: Agreement
  readonly number: number
  readonly people: readonly CirclePerson[]
  readonly density: Density
  /** The card in use: the whole room sees where the writer is. */
  readonly selected: boolean
  /** Put there by somebody else a moment ago. */
  readonly fresh: boolean
  /** Only one card stands in the row of Tab. */
  readonly reachable: boolean
  /** "oom Herman schrijft hier", or nobody. */
  readonly writer: string | null
  /** Something of it is only on this device, and has been for a while. */
  readonly unarrived: boolean
  /** What is said of it at the table. */
  readonly notes: readonly CardNote[]
  /** The title being typed, in place of its words. */
  readonly title: ReactNode
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string) => void
}

const noteIcons: Readonly<Record<CardNote['kind'], Shape>> = {
  mark: chatDots,
  can: check,
  cannot: warning,
  changed: pencil,
}

/** Which of the five questions has an answer, for the ring. */
export function ringParts(agreement: Agreement): RingParts {
  const open = openQuestions(agreement)
  const [a, b, c, d, e] = questions.map((question) => !open.includes(question))
  return [a === true, b === true, c === true, d === true, e === true]
}

/** One agreement on the page. Everything has its fixed place: who and where left, when and what if right. */
export const AgreementCard = memo(function AgreementCard(props: AgreementCardProps) {
  const { agreement, number, people, density, selected, fresh, title, onOpen, onSelect } = props
  const talk = showWho(agreement.fallbackWho, people)
  const fallback =
    agreement.fallback === '' && talk.length > 0
      ? m.bd_talk({ namen: sayNames(talk.map((one) => one.name)) })
      : agreement.fallback
  // A memo is not drawn again by its parent: it listens for another language itself.
  const locale = useLocale()
  const when = whenWords(agreement)
  const card = useRef<HTMLLIElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const labelled = props.writer !== null || props.unarrived || props.notes.length > 0
  const names = people.map((person) => person.name)
  const fit = useFit(
    card,
    body,
    JSON.stringify([agreement, names, density, locale, labelled, title === null]),
  )
  return (
    <li
      ref={card}
      className={styles['card']}
      data-agreement={agreement.id}
      data-selected={selected || undefined}
      data-fresh={fresh || undefined}
      data-fit={fit}
      data-labelled={labelled || undefined}
    >
      <Ring number={number} parts={ringParts(agreement)} size="calc(var(--ring) * var(--u))" />
      <div ref={body} className={styles['body']}>
        <h3 className={styles['what']}>
          {title ?? (
            <button
              type="button"
              className={styles['open']}
              tabIndex={props.reachable ? 0 : -1}
              onClick={() => onOpen(agreement.id)}
              onFocus={() => onSelect(agreement.id)}
            >
              {agreement.what === '' ? (
                <span className={styles['question']}>{m.q_wat_short()}</span>
              ) : (
                <bdi className={styles['words']} dir="auto">
                  {agreement.what}
                </bdi>
              )}
            </button>
          )}
          {isComplete(agreement) ? <Spoken>{m.a_done()}</Spoken> : null}
        </h3>
        <dl className={styles['answers']}>
          <Answer
            word={m.q_wie_word()}
            ask={m.q_wie_short()}
            icon={usersThree}
            empty={agreement.who.length === 0}
          >
            <WhoLine shown={showWho(agreement.who, people)} density={density} fit={fit} />
          </Answer>
          <Answer word={m.q_waar_word()} ask={m.q_waar_short()} icon={mapPin} empty={agreement.where === ''}>
            <Words icon={mapPin}>{agreement.where}</Words>
          </Answer>
          <Answer word={m.q_wanneer_word()} ask={m.q_wanneer_short()} icon={calendar} empty={when === ''}>
            <Words icon={calendar} inCalendar={agreement.rule !== null}>
              {when}
            </Words>
          </Answer>
          <Answer word={m.q_lukt_word()} ask={m.bd_lukt()} icon={lifebuoy} empty={fallback === ''}>
            <Words icon={lifebuoy} warm>
              {fallback}
            </Words>
          </Answer>
        </dl>
      </div>
      {labelled ? (
        <p className={styles['label']}>
          {props.unarrived ? (
            <span className={styles['here']}>
              <Icon shape={clockAgain} />
              {m.st_here()}
            </span>
          ) : null}
          {props.notes.map(({ key, kind, words }) => (
            <span key={key} className={styles['note']} data-kind={kind}>
              <Icon shape={noteIcons[kind]} />
              <bdi>{words}</bdi>
            </span>
          ))}
          {props.writer === null ? null : <span>{m.a_writes({ naam: props.writer })}</span>}
        </p>
      ) : null}
    </li>
  )
})

interface AnswerProps {
  readonly word: string
  readonly ask: string
  readonly icon: Shape
  readonly empty: boolean
  readonly children: ReactNode
}

/** One answer, or its question while there is none. An empty place is a question, never an error. */
function Answer({ word, ask, icon, empty, children }: AnswerProps) {
  return (
    <div className={styles['answer']}>
      <dt>
        <Spoken>{word}</Spoken>
      </dt>
      <dd className={styles['value']}>
        {empty ? (
          <span className={styles['question']}>
            <Icon shape={icon} />
            {ask}
          </span>
        ) : (
          children
        )}
      </dd>
    </div>
  )
}

interface WordsProps {
  readonly icon: Shape
  readonly warm?: boolean
  /** A rhythm was chosen beside the words. */
  readonly inCalendar?: boolean
  readonly children: string
}

function Words({ icon, warm = false, inCalendar = false, children }: WordsProps) {
  return (
    <>
      <Icon shape={icon} className={warm ? styles['warm'] : styles['icon']} />
      <bdi className={styles['words']} dir="auto">
        {children}
      </bdi>
      {inCalendar ? (
        <>
          <Icon shape={calendarCheck} className={styles['mark']} />
          <Spoken>{m.wr_in()}</Spoken>
        </>
      ) : null}
    </>
  )
}
