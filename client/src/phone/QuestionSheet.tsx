import type { Agreement } from '@kringplan/shared/plan/agreement'
import { readAll } from '@kringplan/shared/plan/planDoc'
import type { Question } from '@kringplan/shared/plan/schema'
import { useEffect, useState, useTransition } from 'react'
import { useCircle } from '../circle/circle.ts'
import { settleEditors } from '../editor/settle.ts'
import { m } from '../messages/compiled/messages.js'
import { nextOpen } from '../plan/nextOpen.ts'
import { sayWhere } from '../plan/presence.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { WhenSheet } from '../when/lazyWhen.ts'
import { FallbackQuestion } from './FallbackQuestion.tsx'
import { PlaceQuestion } from './PlaceQuestion.tsx'
import { questionAsked } from './questionWords.ts'
import { WhenQuestion } from './WhenQuestion.tsx'
import { WhoChoices } from './WhoChoices.tsx'
import { WordsBox } from './WordsBox.tsx'

export interface QuestionSheetProps {
  readonly agreement: Agreement
  readonly question: Question
  readonly onClose: () => void
  /** This question is done with: the next open one, or null when none is left after it. */
  readonly onNext: (question: Question | null) => void
}

/** K9: one question of an agreement. What is written is on the board letter by letter; the button says "done". */
export function QuestionSheet({ agreement, question, onClose, onNext }: QuestionSheetProps) {
  const { live, me, undo } = useCircle()
  const [error, setError] = useState<string>()
  const [calendar, setCalendar] = useState<'never' | 'open' | 'back'>('never')
  const [opening, startOpening] = useTransition()

  // Choosing pictures or a place is writing too: the others see who is at it.
  useEffect(() => {
    sayWhere(live.awareness, me, { agreement: agreement.id, field: question })
    undo.stopCapturing()
    return () => sayWhere(live.awareness, me, null)
  }, [live, me, undo, agreement.id, question])

  const skip = async () => {
    await settleEditors()
    // Read anew: the last word may have come in with the blur.
    const now = readAll(live.doc).find((other) => other.id === agreement.id) ?? agreement
    onNext(nextOpen(now, question))
  }
  const put = () => {
    if (question === 'who' && agreement.who.length === 0) setError(m.st_empty_wie())
    else void skip()
  }

  if (calendar === 'open') {
    const back = () => setCalendar('back')
    return <WhenSheet doc={live.doc} id={agreement.id} onDone={back} onClose={back} />
  }
  return (
    <Sheet
      title={questionAsked(question)}
      onClose={() => void settleEditors().then(onClose)}
      actions={
        <>
          <Button kind="primary" size="large" onClick={put}>
            {m.q_put()}
          </Button>
          <Button kind="quiet" onClick={() => void skip()}>
            {m.q_skip()}
          </Button>
        </>
      }
    >
      <Answering
        agreement={agreement}
        question={question}
        error={error}
        cameBack={calendar === 'back'}
        onCalendar={() => void settleEditors().then(() => startOpening(() => setCalendar('open')))}
        onDone={put}
        onEscape={onClose}
      />
      {opening ? <Loading /> : null}
    </Sheet>
  )
}

interface AnsweringProps extends Pick<QuestionSheetProps, 'agreement' | 'question'> {
  readonly error: string | undefined
  readonly cameBack: boolean
  readonly onCalendar: () => void
  readonly onDone: () => void
  readonly onEscape: () => void
}

function Answering({ agreement, question, error, onDone, onEscape, ...calendar }: AnsweringProps) {
  switch (question) {
    case 'what':
      return (
        <WordsBox
          agreement={agreement}
          field="what"
          label={m.q_wat()}
          focus
          onDone={onDone}
          onEscape={onEscape}
        />
      )
    case 'who':
      return <WhoChoices agreement={agreement} field="who" label={m.q_wie()} labelHidden error={error} />
    case 'where':
      return <PlaceQuestion agreement={agreement} onDone={onDone} onEscape={onEscape} />
    case 'when':
      return <WhenQuestion agreement={agreement} onDone={onDone} onEscape={onEscape} {...calendar} />
    case 'fallback':
      return <FallbackQuestion agreement={agreement} onDone={onDone} onEscape={onEscape} />
  }
}
