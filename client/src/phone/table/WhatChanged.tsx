import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { isUnchanged, planChanges, type AgreementChange } from '@kringplan/shared/plan/changes'
import { questions } from '@kringplan/shared/plan/schema'
import { m } from '../../messages/compiled/messages.js'
import { questionWord } from '../questionWords.ts'
import { meetingOf, namesOf, wordsOf } from './changedWords.ts'
import styles from './Agree.module.css'

interface WhatChangedProps {
  readonly before: CanonicalPlan
  readonly after: CanonicalPlan
}

/** What is different from the version before, in its old and its new words: the first thing a person sees. [SG24] */
export function WhatChanged({ before, after }: WhatChangedProps) {
  const changes = planChanges(before, after)
  const { version } = before
  if (isUnchanged(changes)) {
    return (
      <section className={styles['changes']}>
        <p>{m.tp_ch_none({ n: version })}</p>
        <p>{m.tp_ch_all()}</p>
      </section>
    )
  }
  return (
    <section className={styles['changes']}>
      <h2 className={styles['heading']}>{m.tp_ch_title({ n: version })}</h2>
      {changes.question ? (
        <Change title={m.tp_ch_question()} rows={[['', before.question, after.question]]} />
      ) : null}
      {changes.agreements.map((change) => (
        <AgreementPart key={`${change.kind} ${change.number}`} change={change} />
      ))}
      {changes.reordered ? <p>{m.tp_ch_order()}</p> : null}
      {changes.nextMeeting ? (
        <Change title={m.tp_ch_next()} rows={[['', meetingOf(before), meetingOf(after)]]} />
      ) : null}
      {changes.watcher ? (
        <Change title={m.tp_ch_watch()} rows={[['', namesOf(before.watcher), namesOf(after.watcher)]]} />
      ) : null}
      {changes.answers ? <p>{m.tp_ch_answers()}</p> : null}
      <p>
        <b>{m.tp_ch_all()}</b>
      </p>
    </section>
  )
}

function AgreementPart({ change }: { readonly change: AgreementChange }) {
  switch (change.kind) {
    case 'new':
      return <Whole title={m.tp_ch_new({ n: change.number })} of={change.after} />
    case 'gone':
      return <Whole title={m.tp_ch_gone()} of={change.before} />
    case 'changed':
      return (
        <Change
          title={m.tp_ch_changed({ n: change.number })}
          rows={change.fields.map((field) => [
            questionWord(field),
            wordsOf(change.before, field),
            wordsOf(change.after, field),
          ])}
        />
      )
  }
}

/** An agreement that came or went, with all it says. */
function Whole({ title, of }: { readonly title: string; readonly of: Parameters<typeof wordsOf>[0] }) {
  const said = questions.map((question) => wordsOf(of, question)).filter((words) => words !== '')
  return (
    <div className={styles['change']}>
      <h3 className={styles['changeTitle']}>{title}</h3>
      {said.map((words, i) => (
        // The answers of one agreement, in the fixed order of its questions.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={i} className={styles['words']}>
          <bdi>{words}</bdi>
        </p>
      ))}
    </div>
  )
}

type Row = readonly [label: string, was: string, is: string]

/** Old words and new words, one below the other. */
function Change({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <div className={styles['change']}>
      <h3 className={styles['changeTitle']}>{title}</h3>
      {rows.map(([label, was, is]) => (
        <div key={label}>
          {label === '' ? null : <p className={styles['field']}>{label}</p>}
          <dl className={styles['oldNew']}>
            <div>
              <dt>{m.tp_ch_was()}</dt>
              <dd>
                <Said words={was} />
              </dd>
            </div>
            <div>
              <dt>{m.tp_ch_is()}</dt>
              <dd>
                <Said words={is} />
              </dd>
            </div>
          </dl>
        </div>
      ))}
    </div>
  )
}

function Said({ words }: { readonly words: string }) {
  return words === '' ? (
    <span className={styles['nothing']}>{m.tp_ch_empty()}</span>
  ) : (
    <bdi className={styles['words']}>{words}</bdi>
  )
}
