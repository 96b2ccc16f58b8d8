import { addIdea, MAX_IDEA } from '@kringplan/shared/plan/ideas'
import { useId, useState } from 'react'
import type { Circle } from '../circle/circle.ts'
import { privateIdeasOf, usePrivateIdeas } from '../ideas/useIdeas.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { lookOf } from '../seats/lookOf.ts'
import { Button } from '../ui/Button.tsx'
import { trash } from '../ui/icons/editIcons.ts'
import { Loading } from '../ui/Loading.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './IdeasWall.module.css'

export interface IdeaFormProps {
  readonly circle: Circle
  /** Back to the wall; what was typed is kept. */
  readonly onLeave: () => void
  readonly onPut: (id: string) => void
}

/** A new idea at the board, for who has no phone as well: the words, and whose it is. Enter puts it on the wall. */
export function IdeaForm(props: IdeaFormProps) {
  const { ideas, loaded } = usePrivateIdeas(props.circle)
  const [fresh] = useState(newId)
  // What was typed here before, and not put on the wall, stands there again.
  const draft = ideas[0]
  if (!loaded) return <Loading />
  return <Writing {...props} id={draft?.id ?? fresh} text={draft?.text ?? ''} />
}

function Writing({ circle, onLeave, onPut, id, text }: IdeaFormProps & { id: string; text: string }) {
  const mine = privateIdeasOf(circle)
  const [by, setBy] = useState<string | null>(null)
  const input = useFirstFocus<HTMLInputElement>()
  const group = useId()
  // Behind a closed door only the circle has ideas.
  const makers = circle.people.filter(({ role }) => role === 'member' || circle.inside.length === 0)
  const put = () => {
    if (text.trim() === '') {
      input.current?.focus()
      return
    }
    const name = circle.people.find((person) => person.id === by)?.name ?? ''
    addIdea(circle.live.doc, { id, text, by, name })
    mine.drop(id)
    onPut(id)
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        put()
      }}
    >
      <h2 className={styles['asked']}>{m.idea_empty()}</h2>
      <input
        ref={input}
        className={styles['input']}
        aria-label={m.idea_new()}
        dir="auto"
        autoComplete="off"
        maxLength={MAX_IDEA}
        value={text}
        onChange={(event) => mine.write(id, event.target.value)}
        onKeyDown={(event) => {
          // In a text the keys of the board are silent; elsewhere in the form they are not.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onLeave()
        }}
      />
      <output className={styles['full']}>{text.length >= MAX_IDEA ? m.idea_full() : null}</output>
      <fieldset className={styles['makers']}>
        <legend>{m.idea_who()}</legend>
        {[null, ...makers].map((person) => (
          <label key={person?.id ?? ''} className={styles['pick']}>
            <input
              type="radio"
              name={group}
              checked={by === (person?.id ?? null)}
              onChange={() => setBy(person?.id ?? null)}
            />
            {person === null ? (
              m.idea_together()
            ) : (
              <PersonChip name={person.name} look={lookOf(person)} size="1.5em" />
            )}
          </label>
        ))}
      </fieldset>
      <div className={styles['buttons']}>
        <Button type="submit" kind="primary" shortcut={m.key_enter()}>
          {m.idea_put()}
        </Button>
        <Button shortcut="Esc" onClick={onLeave}>
          {m.idea_to_wall()}
        </Button>
        {text === '' ? null : (
          <Button
            kind="quiet"
            icon={trash}
            onClick={() => {
              mine.drop(id)
              onLeave()
            }}
          >
            {m.idea_drop()}
          </Button>
        )}
      </div>
    </form>
  )
}
