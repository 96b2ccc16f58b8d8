import { setLater, type Ending } from '@kringplan/shared/plan/planDoc'
import { ENDING } from '@kringplan/shared/plan/schema'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useWriters } from '../../plan/presence.ts'
import { useEnding } from '../../plan/useEnding.ts'
import { whenWords } from '../../plan/whenWords.ts'
import { showWho } from '../../plan/whoNames.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { undo } from '../../ui/icons/planIcons.ts'
import { useEscape } from '../../ui/useEscape.ts'
import styles from '../AgreementForm.module.css'
import { PeopleInput } from '../PeopleInput.tsx'
import { QuestionRow } from '../QuestionRow.tsx'
import type { Step } from '../steps.ts'
import { TextStep } from '../TextStep.tsx'
import {
  asksLater,
  endingStepFrom,
  endingSteps,
  firstOpenStep,
  hasDay,
  type EndingStep,
} from './endingSteps.ts'
import table from './Table.module.css'

/** *Weer samen*, as a form like that of an agreement: Enter goes on, Esc goes back to the plan. */
export function EndingForm({ onLeave }: { readonly onLeave: () => void }) {
  const circle = useCircle()
  const ending = useEnding(circle.live.doc)
  const [step, setStep] = useState(() => firstOpenStep(ending))
  const go = (to: EndingStep | null) => {
    if (to === null) onLeave()
    else setStep(to)
  }
  useEscape(onLeave)
  useDayTakesLaterAway(ending)
  return (
    <main className={table['page']}>
      <article className={styles['form']} aria-label={m.tb_again()}>
        <div className={styles['side']}>
          <h1 className={table['again']}>{m.tb_again()}</h1>
          <p className={styles['left']}>{hasDay(ending) ? m.a_done() : m.q_wanneer_short()}</p>
        </div>
        <div className={`${styles['rows']} ${table['endingRows']}`}>
          {endingSteps.map((one) => (
            <Row
              key={one}
              one={one}
              ending={ending}
              active={one === step}
              onOpen={() => setStep(one)}
              go={go}
              onLeave={onLeave}
            />
          ))}
        </div>
        <div className={styles['buttons']}>
          <Button kind="primary" shortcut="Esc" onClick={onLeave}>
            {m.bd_to_plan()}
          </Button>
          <Button icon={undo} disabled={!circle.canWrite} onClick={() => circle.undo.undo()}>
            {m.keys_undo()}
          </Button>
        </div>
      </article>
    </main>
  )
}

const asks: Readonly<Record<EndingStep, () => string>> = {
  when: m.p_again,
  later: m.bt_again_later,
  where: m.bt_again_where,
  who: m.bt_again_who,
  watcher: m.bt_again_watch,
}

/** The drawing that stands before each question. */
const drawn: Readonly<Record<Exclude<EndingStep, 'later'>, Step>> = {
  when: 'when',
  where: 'where',
  who: 'who',
  watcher: 'fallbackWho',
}

interface RowProps {
  readonly one: EndingStep
  readonly ending: Ending
  readonly active: boolean
  readonly onOpen: () => void
  readonly go: (to: EndingStep | null) => void
  readonly onLeave: () => void
}

function Row({ one, ending, active, onOpen, go, onLeave }: RowProps) {
  const circle = useCircle()
  const writers = useWriters(circle.live.awareness).filter((other) => other.agreement === ENDING)
  const tab = (event: { readonly key: string; readonly shiftKey: boolean }): boolean => {
    if (event.key !== 'Tab') return false
    const to = endingStepFrom(one, event.shiftKey ? -1 : 1, ending)
    if (to !== null) go(to)
    return to !== null
  }
  const next = () => go(endingStepFrom(one, 1, ending))
  if (one === 'later') {
    return <LaterRow ending={ending} active={active} onOpen={onOpen} onNext={next} onTab={tab} />
  }
  const isText = one === 'when' || one === 'where'
  const people = isText ? [] : ending[one]
  const words = one === 'when' ? whenWords(ending) : one === 'where' ? ending.where : ''
  const field = one === 'watcher' ? 'fallback' : one
  return (
    <QuestionRow
      step={drawn[one]}
      ask={asks[one]()}
      active={active}
      empty={isText ? words === '' : people.length === 0}
      words={words}
      inCalendar={one === 'when' && ending.rule !== null}
      who={showWho(people, circle.people)}
      writer={writers.find((writer) => writer.field === field)?.name ?? null}
      canWrite={circle.canWrite}
      onOpen={onOpen}
    >
      {!active ? null : isText ? (
        <TextStep id={ENDING} field={one} label={asks[one]()} onNext={next} onLeave={onLeave} onTab={tab} />
      ) : (
        <PeopleInput
          id={ENDING}
          field={one}
          label={asks[one]()}
          chosen={people}
          question={field === 'fallback' ? 'fallback' : 'who'}
          onNext={next}
          onLeave={onLeave}
          onTab={tab}
        />
      )}
    </QuestionRow>
  )
}

interface LaterRowProps extends Pick<RowProps, 'ending' | 'active' | 'onOpen'> {
  readonly onNext: () => void
  readonly onTab: (event: KeyboardEvent) => boolean
}

/** "Wij kiezen later een dag": said by the circle, instead of a day. */
function LaterRow({ ending, active, onOpen, onNext, onTab }: LaterRowProps) {
  const circle = useCircle()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (active) box.current?.focus()
  }, [active])
  return (
    <section className={`${styles['row']} ${table['later']}`} data-asked={asksLater(ending) || undefined}>
      <Choice
        ref={box}
        type="checkbox"
        checked={ending.later}
        disabled={!circle.canWrite || !asksLater(ending)}
        onFocus={onOpen}
        // With the focus the row above closes and this one moves: the mouse would let go beside it.
        onMouseDown={(event) => event.preventDefault()}
        onChange={(event) => {
          onOpen()
          circle.undo.stopCapturing()
          setLater(circle.live.doc, event.currentTarget.checked)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onNext()
          else if (!onTab(event)) return
          event.preventDefault()
        }}
      >
        {m.bt_again_later()}
      </Choice>
    </section>
  )
}

/** Who gives a day does not choose it later any more. */
function useDayTakesLaterAway(ending: Ending): void {
  const { live, canWrite } = useCircle()
  const isBoth = ending.later && (ending.when !== '' || ending.rule !== null)
  useEffect(() => {
    if (isBoth && canWrite) setLater(live.doc, false)
  }, [isBoth, canWrite, live])
}
