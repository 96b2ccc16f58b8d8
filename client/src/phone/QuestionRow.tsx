import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import type { Question } from '@kringplan/shared/plan/schema'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import type { Writer } from '../plan/presence.ts'
import { whenWords } from '../plan/whenWords.ts'
import { showWho } from '../plan/whoNames.ts'
import { calendarCheck } from '../ui/icons/editIcons.ts'
import { caretRight } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { calendar, lifebuoy, mapPin, usersThree } from '../ui/icons/planIcons.ts'
import type { Shape } from '../ui/icons/shape.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './AgreementPage.module.css'
import { answerWords, questionShort, questionWord } from './questionWords.ts'
import { WritesHere } from './WritesHere.tsx'

export interface QuestionRowProps {
  readonly agreement: Agreement
  readonly question: Question
  readonly people: readonly CirclePerson[]
  /** Who else answers this question now. */
  readonly writers: readonly Writer[]
  readonly current: boolean
  /** Left out for who may only read. */
  readonly onEdit: (() => void) | undefined
}

/** The id of a row, so that the focus finds it when its sheet has gone. */
export function rowId(question: Question): string {
  return `vraag-${question}`
}

/** One question of an agreement: its answer, or the question itself in amber while it is open. */
export function QuestionRow({ agreement, question, people, writers, current, onEdit }: QuestionRowProps) {
  const words = answerWords(agreement, question, people)
  const open = words === ''
  const look = [styles['row'], open ? styles['open'] : '', current ? styles['now'] : ''].join(' ')
  const content = (
    <>
      {question === 'who' && !open ? null : <Icon shape={icons[question]} className={styles['icon']} />}
      <span className={styles['answer']}>
        {open ? (
          questionShort(question)
        ) : (
          <Answer agreement={agreement} question={question} people={people} />
        )}
        <WritesHere writers={writers} />
      </span>
      {onEdit === undefined || current ? null : <Icon shape={caretRight} mirror className={styles['go']} />}
    </>
  )
  return (
    <li>
      {onEdit === undefined ? (
        <div className={look}>{content}</div>
      ) : (
        <button
          type="button"
          id={rowId(question)}
          className={look}
          aria-label={rowLabel(question, words, writers)}
          aria-current={current ? 'step' : undefined}
          onClick={onEdit}
        >
          {content}
        </button>
      )}
    </li>
  )
}

const icons: Readonly<Record<Question, Shape>> = {
  what: usersThree,
  who: usersThree,
  where: mapPin,
  when: calendar,
  fallback: lifebuoy,
}

function Answer({
  agreement,
  question,
  people,
}: Pick<QuestionRowProps, 'agreement' | 'question' | 'people'>) {
  const set = question === 'who' ? agreement.who : question === 'fallback' ? agreement.fallbackWho : []
  const words = question === 'who' ? '' : question === 'when' ? whenWords(agreement) : agreement[question]
  return (
    <>
      {words === '' ? null : (
        <span className={styles['text']}>
          <bdi>{words}</bdi>
        </span>
      )}
      {question === 'when' ? <InCalendar agreement={agreement} /> : null}
      {set.length === 0 ? null : (
        <span className={styles['people']}>
          {showWho(set, people).map(({ key, name, look }) =>
            look === undefined ? (
              <bdi key={key}>{name}</bdi>
            ) : (
              <PersonChip key={key} name={name} look={look} size="34px" />
            ),
          )}
        </span>
      )}
    </>
  )
}

/** What was chosen for the calendar, below own words; where there are none it stands in their place already. */
function InCalendar({ agreement: { rule, when } }: Pick<QuestionRowProps, 'agreement'>) {
  const locale = useLocale()
  if (rule === null) return null
  return (
    <small className={styles['calendar']}>
      <Icon shape={calendarCheck} />
      <span>{when === '' ? m.wr_in() : sayRule(rule, locale)}</span>
    </small>
  )
}

function rowLabel(question: Question, words: string, writers: readonly Writer[]): string {
  const label =
    words === '' ? questionShort(question) : m.q_change({ vraag: questionWord(question), antwoord: words })
  return [label, ...writers.map(({ name }) => m.a_writes({ naam: name }))].join('. ')
}
