import { m } from '../messages/compiled/messages.js'
import type { TypedQuestionProps } from './PlaceQuestion.tsx'
import { WhoChoices } from './WhoChoices.tsx'
import { WordsBox } from './WordsBox.tsx'

/** What if it does not work out: what do you do then, and who then talk together. */
export function FallbackQuestion({ agreement, onDone, onEscape }: TypedQuestionProps) {
  return (
    <>
      <WordsBox
        agreement={agreement}
        field="fallback"
        label={m.q_lukt_wat()}
        showLabel
        onDone={onDone}
        onEscape={onEscape}
      />
      <WhoChoices agreement={agreement} field="fallbackWho" label={m.q_lukt_wie()} />
    </>
  )
}
