import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { questions } from '@kringplan/shared/plan/schema'
import { m } from '../messages/compiled/messages.js'
import type { Writer } from '../plan/presence.ts'
import { ringParts } from '../plan/ringParts.ts'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import { Ring } from '../ui/Ring.tsx'
import styles from './AgreementPage.module.css'
import { answerWords, questionWord } from './questionWords.ts'
import { rowId } from './QuestionRow.tsx'
import { WritesHere } from './WritesHere.tsx'

export interface AgreementHeadProps {
  readonly agreement: Agreement
  readonly number: number
  readonly people: readonly CirclePerson[]
  readonly writers: readonly Writer[]
  readonly current: boolean
  readonly onEdit: (() => void) | undefined
}

/** The number in its ring and *what*, which is the heading; pressing it opens the first question. */
export function AgreementHead(props: AgreementHeadProps) {
  const { agreement, number, people, writers, current, onEdit } = props
  const words = agreement.what === '' ? m.q_wat() : agreement.what
  const look = [styles['what'], agreement.what === '' ? styles['openWhat'] : '', current ? styles['now'] : '']
  const label =
    agreement.what === '' ? m.q_wat() : m.q_change({ vraag: m.q_wat_word(), antwoord: agreement.what })
  return (
    <div className={styles['head']}>
      <Ring number={number} parts={ringParts(agreement)} size="56px" />
      <div className={styles['headWords']}>
        <h1
          id={onEdit === undefined ? rowId('what') : undefined}
          tabIndex={onEdit === undefined ? -1 : undefined}
        >
          {onEdit === undefined ? (
            <span className={look.join(' ')}>
              <bdi>{words}</bdi>
            </span>
          ) : (
            <button
              type="button"
              id={rowId('what')}
              className={look.join(' ')}
              aria-label={label}
              aria-current={current ? 'step' : undefined}
              onClick={onEdit}
            >
              <bdi>{words}</bdi>
            </button>
          )}
        </h1>
        <WritesHere writers={writers.filter((writer) => writer.field === 'what')} />
      </div>
      <ReadAloud
        round
        text={() =>
          [
            agreement.what,
            ...questions.slice(1).map((question) => {
              const answer = answerWords(agreement, question, people)
              return answer === '' ? '' : `${questionWord(question)}: ${answer}`
            }),
          ]
            .filter((part) => part !== '')
            .join('. ')
        }
      />
    </div>
  )
}
