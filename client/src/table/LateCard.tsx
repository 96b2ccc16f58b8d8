import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { ENDING, type PeopleField, type Question, type TextField } from '@kringplan/shared/plan/schema'
import { useState } from 'react'
import { copyText } from '../coordinator/copyText.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { questionWord } from '../phone/questionWords.ts'
import { showWho } from '../plan/whoNames.ts'
import { whenWords } from '../plan/whenWords.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LateOffers.module.css'
import type { LateWords } from './lateWords.ts'

export interface LateCardProps {
  readonly words: LateWords
  readonly people: readonly CirclePerson[]
  /** Left out where the sheet around says it already. */
  readonly title?: string
  /** Puts it in the plan of now. Left out where nobody writes now. */
  readonly onPut: (() => void) | undefined
  readonly onDrop: () => void
}

/** The words as they were typed, and three ways on. */
export function LateCard({ words, people, title, onPut, onDrop }: LateCardProps) {
  const [isCopied, setCopied] = useState(false)
  const lines = linesOf(words, people)
  const copy = async () => setCopied(await copyText(lines.join('\n')))
  const about = words.kind === 'agreement' ? '' : words.about
  return (
    <li className={styles['card']}>
      {title === undefined ? null : <p className={styles['title']}>{title}</p>}
      {about === '' || (words.kind === 'words' && words.field === 'what') ? null : (
        <p className={styles['about']}>{m.rest_in({ wat: about })}</p>
      )}
      {lines.map((line, index) => (
        <p key={index} className={styles['words']} dir="auto">
          {line}
        </p>
      ))}
      {onPut === undefined ? <p>{m.rest_fixed()}</p> : null}
      <div className={styles['buttons']}>
        {onPut === undefined ? null : (
          <Button kind="primary" onClick={onPut}>
            {m.rest_put()}
          </Button>
        )}
        <Button onClick={() => void copy()}>{isCopied ? m.ui_copied() : m.ui_copy()}</Button>
        <Button onClick={onDrop}>{m.rest_drop()}</Button>
      </div>
    </li>
  )
}

/** What is late, line by line, each of another question than *what* with that question before it. */
function linesOf(late: LateWords, people: readonly CirclePerson[]): readonly string[] {
  const names = (who: Parameters<typeof showWho>[0]) => sayNames(showWho(who, people).map(({ name }) => name))
  if (late.kind === 'words') return late.parts.map((part) => withQuestion(late.id, late.field, part))
  if (late.kind === 'people') return [withQuestion(late.id, questionOf(late.field), names(late.people))]
  const { what, who, where, fallback, fallbackWho } = late.content
  const lines: readonly (readonly [Question, string])[] = [
    ['what', what],
    ['who', names(who)],
    ['where', where],
    ['when', whenWords(late.content)],
    ['fallback', fallback],
    ['fallback', names(fallbackWho)],
  ]
  return lines.flatMap(([question, words]) => (words === '' ? [] : [withQuestion('', question, words)]))
}

function withQuestion(id: string, question: Question | TextField, words: string): string {
  if (id === ENDING) return `${m.p_again()} ${words}`
  return question === 'what' ? words : `${questionWord(question)}: ${words}`
}

function questionOf(field: PeopleField): Question {
  return field === 'fallbackWho' ? 'fallback' : 'who'
}
