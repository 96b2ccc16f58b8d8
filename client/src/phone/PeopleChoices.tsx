import type { Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { addWhoByHand, isWhoFull } from '@kringplan/shared/plan/limits'
import { removeWho, whoKey } from '@kringplan/shared/plan/planDoc'
import { MAX_NAME, MAX_WHO, type PeopleField } from '@kringplan/shared/plan/schema'
import { useEffect, useRef, useState } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { showWho } from '../plan/whoNames.ts'
import { lookOf } from '../seats/lookOf.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import { usersThree } from '../ui/icons/planIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LetterDisc, Plaatje } from '../ui/Plaatje.tsx'
import styles from './Question.module.css'

export interface PeopleChoicesProps {
  /** An agreement, or `ENDING`. */
  readonly id: string
  readonly field: PeopleField
  /** Who stands in it now. */
  readonly set: readonly Who[]
  /** The people to choose from, in this order. */
  readonly people: readonly CirclePerson[]
  readonly label: string
  /** When the heading of the sheet is the same question. */
  readonly labelHidden?: boolean
  readonly error?: string | undefined
}

/** People as pictures to tap: the circle, everybody, and anybody else by a name of their own. */
export function PeopleChoices(props: PeopleChoicesProps) {
  const { id, field, set, people, label, labelHidden = false, error } = props
  const { live, undo } = useCircle()
  const chosen = new Set(set.map(whoKey))
  // Free names, and who is not in the list any more.
  const others = showWho(set, people).filter(
    ({ who }) =>
      who.kind === 'name' || (who.kind === 'person' && !people.some(({ id: one }) => one === who.id)),
  )
  const everybody: Who = { kind: 'everybody' }
  const toggle = (who: Who, on: boolean) => {
    undo.stopCapturing()
    if (on) addWhoByHand(live.doc, id, field, set, who)
    else removeWho(live.doc, id, field, who)
  }
  return (
    <>
      <ChoiceGroup
        label={label}
        labelHidden={labelHidden}
        layout="grid"
        error={chosen.size === 0 ? error : undefined}
      >
        {people.map((person) => {
          const who: Who = { kind: 'person', id: person.id }
          const look = lookOf(person)
          return (
            <Choice
              key={person.id}
              type="checkbox"
              checked={chosen.has(person.id)}
              onChange={(event) => toggle(who, event.target.checked)}
              picture={
                look === undefined ? (
                  <LetterDisc name={person.name} size="48px" />
                ) : (
                  <Plaatje picture={look.picture} colour={look.colour} size="48px" />
                )
              }
            >
              <bdi>{person.name}</bdi>
            </Choice>
          )
        })}
        {others.map(({ key, who, name }) => (
          <Choice
            key={key}
            type="checkbox"
            checked
            onChange={() => toggle(who, false)}
            picture={<LetterDisc name={name} size="48px" />}
          >
            <bdi>{name}</bdi>
          </Choice>
        ))}
        <Choice
          type="checkbox"
          checked={chosen.has(whoKey(everybody))}
          onChange={(event) => toggle(everybody, event.target.checked)}
          picture={<Icon shape={usersThree} className={styles['everybody']} />}
        >
          {m.q_everybody()}
        </Choice>
      </ChoiceGroup>
      {isWhoFull(set) ? (
        <Notice>{m.who_full({ n: MAX_WHO })}</Notice>
      ) : (
        <SomebodyElse onName={(name) => toggle({ kind: 'name', id: newId(), name }, true)} />
      )}
    </>
  )
}

/** "iemand anders…": a name that is not in the list. */
function SomebodyElse({ onName }: { readonly onName: (name: string) => void }) {
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asking) input.current?.focus()
  }, [asking])
  if (!asking) return <Button onClick={() => setAsking(true)}>{m.q_else()}</Button>
  const add = () => {
    if (name.trim() === '') return
    onName(name)
    setName('')
    setAsking(false)
  }
  return (
    <form
      className={styles['else']}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        ref={input}
        label={m.q_else_name()}
        value={name}
        maxLength={MAX_NAME}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={plus}>
        {m.pp_add_name()}
      </Button>
    </form>
  )
}
