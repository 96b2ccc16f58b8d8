import { placesUsed, type Agreement } from '@kringplan/shared/plan/agreement'
import { setText } from '@kringplan/shared/plan/planDoc'
import { useState } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useWriters } from '../plan/presence.ts'
import { useAgreements } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { house, keyboard } from '../ui/icons/editIcons.ts'
import { WordsBox } from './WordsBox.tsx'

export interface TypedQuestionProps {
  readonly agreement: Agreement
  readonly onDone: () => void
  readonly onEscape: () => void
}

/** So many places leave the way to type in sight, on a small phone too. */
const NEAR = 3

/** Where: places that stand in the plan already come first, then typing, then further places. Nobody answers twice. */
export function PlaceQuestion({ agreement, onDone, onEscape }: TypedQuestionProps) {
  const { live, undo } = useCircle()
  const writers = useWriters(live.awareness).filter((writer) => writer.field === 'where')
  const others = useAgreements(live.doc).filter((other) => other.id !== agreement.id)
  // A place that is being typed at this moment is half a word.
  const places = placesUsed(
    others.filter((other) => !writers.some((writer) => writer.agreement === other.id)),
  )
  const [typing, setTyping] = useState(
    places.length === 0 || (agreement.where !== '' && !places.includes(agreement.where)),
  )
  const [asked, setAsked] = useState(false)
  // What was chosen before stands near; what is chosen now stays where it was found.
  const [before] = useState(agreement.where)
  // A choice takes the place of the words: not while somebody else is writing them.
  const taken = writers.some((writer) => writer.agreement === agreement.id)

  const near = places.filter((place, index) => index < NEAR || place === before)
  const choices = (some: readonly string[]) =>
    some.length === 0 ? null : (
      <ChoiceGroup label={m.q_waar()} labelHidden>
        {some.map((place) => (
          <Choice
            key={place}
            type="radio"
            name="place"
            icon={house}
            checked={agreement.where === place}
            disabled={taken}
            onChange={() => {
              undo.stopCapturing()
              setText(live.doc, agreement.id, 'where', place)
            }}
          >
            <bdi>{place}</bdi>
          </Choice>
        ))}
      </ChoiceGroup>
    )

  return (
    <>
      {choices(near)}
      {typing ? (
        <WordsBox
          agreement={agreement}
          field="where"
          label={places.length === 0 ? m.q_waar() : m.q_else_place()}
          showLabel={places.length > 0}
          focus={asked}
          onDone={onDone}
          onEscape={onEscape}
        />
      ) : (
        <Button
          icon={keyboard}
          onClick={() => {
            setAsked(true)
            setTyping(true)
          }}
        >
          {m.idea_type()}
        </Button>
      )}
      {choices(places.filter((place) => !near.includes(place)))}
    </>
  )
}
