import { readEnding, setLater, setRule, type Ending } from '@kringplan/shared/plan/planDoc'
import { ENDING } from '@kringplan/shared/plan/schema'
import { useState, useTransition } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { LazyTextField } from '../../editor/LazyTextField.tsx'
import { settleEditors } from '../../editor/settle.ts'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { CalendarLine } from '../../when/CalendarLine.tsx'
import { WhenSheet } from '../../when/lazyWhen.ts'
import { PeopleChoices } from '../PeopleChoices.tsx'
import styles from '../Question.module.css'
import type { MeetQuestion } from './meetPaths.ts'

/** The question as a heading. */
export function meetAsked(question: MeetQuestion): string {
  return { when: m.p_again, where: m.tp_m_where, who: m.tp_m_who, watcher: m.tp_m_watch }[question]()
}

/** The question in a word or two, while it is open. */
export function meetShort(question: MeetQuestion): string {
  return {
    when: m.q_wanneer_short,
    where: m.q_waar_short,
    who: m.q_wie_short,
    watcher: m.tp_m_watch_short,
  }[question]()
}

/** What it is about, before an answer. */
export function meetWord(question: MeetQuestion): string {
  return { when: m.tb_when, where: m.tb_where, who: m.tb_who, watcher: m.tb_watcher }[question]()
}

export interface MeetSheetProps {
  readonly question: MeetQuestion
  readonly ending: Ending
  readonly onClose: () => void
}

/** One question about the next meeting. What is written stands in the plan letter by letter. */
export function MeetSheet({ question, ending, onClose }: MeetSheetProps) {
  const circle = useCircle()
  const { live, undo, people } = circle
  const [calendar, setCalendar] = useState<'never' | 'open' | 'back'>('never')
  const [opening, startOpening] = useTransition()
  const leave = async () => {
    await settleEditors()
    const now = readEnding(live.doc)
    // A day was said after all: then it is not chosen later.
    if (question === 'when' && (now.when !== '' || now.rule !== null)) setLater(live.doc, false)
    onClose()
  }
  if (calendar === 'open') {
    const back = () => setCalendar('back')
    return <WhenSheet doc={live.doc} id={ENDING} onlyOnce onDone={back} onClose={back} />
  }
  const title = meetAsked(question)
  const field = (name: 'when' | 'where', label: string) => (
    <LazyTextField
      circle={circle}
      agreementId={ENDING}
      field={name}
      label={label}
      className={styles['box'] ?? ''}
      onDone={() => void leave()}
      onEscape={onClose}
    />
  )
  return (
    <Sheet
      title={title}
      onClose={() => void leave()}
      actions={
        <Button kind="primary" size="large" onClick={() => void leave()}>
          {m.ui_done()}
        </Button>
      }
    >
      {question === 'where' ? field('where', title) : null}
      {question === 'when' ? (
        <div className={styles['words']}>
          <span className={styles['label']} aria-hidden="true">
            {m.pp_own_words()}
          </span>
          {field('when', m.pp_own_words())}
        </div>
      ) : null}
      {question === 'when' ? (
        <CalendarLine
          rule={ending.rule}
          focus={calendar === 'back'}
          onOpen={() => void settleEditors().then(() => startOpening(() => setCalendar('open')))}
          onRemove={() => {
            undo.stopCapturing()
            setRule(live.doc, ENDING, null)
            undo.stopCapturing()
          }}
        />
      ) : null}
      {question === 'who' || question === 'watcher' ? (
        <div className={styles['who']}>
          <PeopleChoices
            id={ENDING}
            field={question}
            set={ending[question]}
            people={people}
            label={title}
            labelHidden
          />
        </div>
      ) : null}
      {opening ? <Loading /> : null}
    </Sheet>
  )
}
