/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot hold pictures, nor stand beside its field */
import type { Who } from '@kringplan/shared/plan/agreement'
import { addWhoByHand, isWhoFull } from '@kringplan/shared/plan/limits'
import { removeWho, whoKey } from '@kringplan/shared/plan/planDoc'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { MAX_NAME, MAX_WHO, type PeopleField, type Question } from '@kringplan/shared/plan/schema'
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useCircle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { sayWhere } from '../plan/presence.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { close } from '../ui/icons/icons.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './AgreementForm.module.css'
import { lookOf } from '../seats/lookOf.ts'
import { WhoName } from './QuestionRow.tsx'
import { showWho } from '../plan/whoNames.ts'
import { peopleNamedIn, searchWho, type WhoOption } from './whoSearch.ts'

export interface PeopleInputProps {
  /** An agreement, or `ENDING`. */
  readonly id: string
  readonly field: PeopleField
  readonly label: string
  readonly chosen: readonly Who[]
  /** Where the others see that somebody writes here. */
  readonly question: Question
  /** Whoever is named in these words is offered first, while nobody is chosen. */
  readonly words?: string
  /** Whose idea it was: offered before all. */
  readonly maker?: CirclePerson | undefined
  readonly onNext: () => void
  readonly onLeave: () => void
  readonly onTab: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean
}

/**
 * Who: a few letters find a person, Enter takes them, several times; Enter without letters goes on. A list box
 * with real options, so a screen reader tells each, and every option can be pressed.
 */
export function PeopleInput(props: PeopleInputProps) {
  const { id, field, label, chosen, question, words = '', maker, onNext, onLeave, onTab } = props
  const circle = useCircle()
  const { doc } = circle.live
  const base = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(maker === undefined ? -1 : 0)
  const options = useOptions(chosen, words, query, maker?.id)
  const active = query !== '' && at < 0 ? 0 : Math.min(at, options.length - 1)

  useEffect(() => {
    sayWhere(circle.live.awareness, circle.me, { agreement: id, field: question })
    return () => sayWhere(circle.live.awareness, circle.me, null)
  }, [circle.live.awareness, circle.me, id, question])

  const take = (option: WhoOption) => {
    // At most a few past the limit, by one choice of several.
    for (const who of option.who) addWhoByHand(doc, id, field, chosen, who)
    setQuery('')
    setAt(-1)
  }
  const drop = (who: Who) => removeWho(doc, id, field, who)
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const option = options[active]
    const last = showWho(chosen, circle.people).at(-1)
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, options.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, -1))
    else if (event.key === 'Enter') {
      if (option === undefined) onNext()
      else take(option)
    } else if (event.key === 'Escape') {
      if (query === '') onLeave()
      else setQuery('')
    } else if (event.key === 'Backspace' && query === '' && last !== undefined) drop(last.who)
    else if (!onTab(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['who']}>
      {maker === undefined ? null : <p className={styles['proposed']}>{m.idea_of({ naam: maker.name })}</p>}
      {showWho(chosen, circle.people).map((one) => (
        <span key={one.key} className={styles['chosen']}>
          <WhoName shown={one} />
          <button
            type="button"
            className={styles['drop']}
            aria-label={m.bd_who_drop({ naam: one.name })}
            onClick={() => drop(one.who)}
          >
            <Icon shape={close} />
          </button>
        </span>
      ))}
      {isWhoFull(chosen) ? (
        <output className={styles['proposed']}>{m.who_full({ n: MAX_WHO })}</output>
      ) : null}
      <input
        className={styles['search']}
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={`${base}-list`}
        aria-activedescendant={options[active] === undefined ? undefined : `${base}-${active}`}
        aria-autocomplete="list"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        dir="auto"
        maxLength={MAX_NAME}
        placeholder={m.bd_who_type()}
        value={query}
        ref={(input) => input?.focus()}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(-1)
        }}
        onKeyDown={onKey}
      />
      <div
        className={styles['options']}
        id={`${base}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable
      >
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`${base}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles['option']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
            onKeyDown={() => {}}
          >
            <OptionLook option={option} />
          </div>
        ))}
      </div>
    </div>
  )
}

function OptionLook({ option }: { readonly option: WhoOption }) {
  const { people } = useCircle()
  const person = people.find((one) => one.id === option.key)
  return person === undefined ? (
    <span>{option.label}</span>
  ) : (
    <PersonChip name={person.name} look={lookOf(person)} size="1.4em" />
  )
}

/**
 * The people to offer: first whose idea it was, then all whose names stand in the words, when nobody is chosen yet.
 */
function useOptions(
  chosen: readonly Who[],
  words: string,
  query: string,
  maker: string | undefined,
): readonly WhoOption[] {
  const { people } = useCircle()
  return useMemo(() => {
    const found = searchWho({
      query,
      people,
      chosen: new Set(chosen.map(whoKey)),
      everybody: m.q_everybody(),
      somebodyElse: (name) => m.bd_who_new({ naam: name }),
      together: (names) => m.bd_who_named({ namen: sayNames(names) }),
      newId,
    })
    const named = query === '' && chosen.length === 0 ? peopleNamedIn(words, people) : []
    const first = query === '' ? found.filter((option) => option.key === maker) : []
    const row = [...first, ...found.filter((option) => !first.includes(option))]
    if (named.length < 2) return row
    const all: WhoOption = {
      key: 'named',
      who: named.map((person) => ({ kind: 'person', id: person.id })),
      label: m.bd_who_named({ namen: sayNames(named.map((person) => person.name)) }),
    }
    return [...first, all, ...row.slice(first.length)]
  }, [people, chosen, words, query, maker])
}
