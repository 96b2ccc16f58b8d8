import type { Person } from '@kringplan/shared/contract/seatView'
import type { Agreement, Who } from '@kringplan/shared/plan/agreement'
import { useState } from 'react'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import { SignaturePad } from '../../table/SignaturePad.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { keyboard } from '../../ui/icons/editIcons.ts'
import { signature } from '../../ui/icons/signIcons.ts'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { gapOf, type HandWay, type SigningDraft, type SigningGap } from './signingState.ts'
import styles from './Sign.module.css'

export interface SignFormProps {
  readonly person: Person
  readonly agreements: readonly Agreement[]
  readonly draft: SigningDraft
  readonly onDraft: (draft: SigningDraft) => void
  readonly onNext: () => void
  readonly onLeave: () => void
}

const gaps: Readonly<Record<SigningGap, () => string>> = {
  agrees: m.bt_need_yes,
  way: m.bt_need_way,
  text: m.bt_need_name,
  strokes: m.bt_need_drawing,
}

/** As long as a typed name can be. */
const MOST_LETTERS = 80

/** Who signs now, what they do in the plan, and the three ways to sign, each as good as the others. */
export function SignForm({ person, agreements, draft, onDraft, onNext, onLeave }: SignFormProps) {
  const first = useFirstFocus<HTMLInputElement>()
  const [asked, setAsked] = useState<SigningGap | null>(null)
  const look = lookOf(person)
  const change = (some: Partial<SigningDraft>) => {
    setAsked(null)
    onDraft({ ...draft, ...some })
  }
  const goOn = () => {
    const gap = gapOf(draft)
    setAsked(gap)
    if (gap === null) onNext()
  }
  const ways: readonly { readonly way: HandWay; readonly name: string }[] = [
    { way: 'typed', name: m.s_type() },
    ...(look === undefined ? [] : [{ way: 'picture', name: m.s_pic() } as const]),
    { way: 'drawn', name: m.bt_draw() },
  ]
  return (
    <main className={styles['sign']}>
      <div className={styles['who']}>
        {look === undefined ? (
          <LetterDisc name={person.name} size="calc(150 * var(--u))" />
        ) : (
          <Plaatje picture={look.picture} colour={look.colour} size="calc(150 * var(--u))" />
        )}
        <h1 className={styles['signs']}>{capital(m.s_board({ naam: person.name }))}</h1>
        <Mine person={person} agreements={agreements} />
      </div>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <h2 className={styles['question']}>{m.s_ask()}</h2>
        <Choice
          ref={first}
          type="checkbox"
          checked={draft.agrees}
          onChange={(event) => change({ agrees: event.currentTarget.checked })}
        >
          {m.s_yes()}
        </Choice>
        <div className={styles['choices']}>
          <ChoiceGroup label={m.bt_how()} layout="row">
            {ways.map(({ way, name }) => (
              <Choice
                key={way}
                type="radio"
                name="way"
                icon={way === 'typed' ? keyboard : way === 'drawn' ? signature : undefined}
                picture={
                  way === 'picture' && look !== undefined ? (
                    <Plaatje picture={look.picture} colour={look.colour} size="1.4em" />
                  ) : undefined
                }
                checked={draft.way === way}
                onChange={() => change({ way })}
              >
                {name}
              </Choice>
            ))}
          </ChoiceGroup>
        </div>
        <div className={styles['place']}>
          {draft.way === 'typed' ? (
            <TextField
              label={m.bt_your_name()}
              maxLength={MOST_LETTERS}
              autoComplete="off"
              spellCheck={false}
              value={draft.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          ) : draft.way === 'drawn' ? (
            <SignaturePad
              strokes={draft.strokes}
              onStrokes={(strokes) => change({ strokes })}
              label={m.s_write()}
            />
          ) : draft.way === 'picture' && look !== undefined ? (
            <Plaatje picture={look.picture} colour={look.colour} size="calc(220 * var(--u))" />
          ) : null}
        </div>
        {asked === null ? null : (
          <p role="alert" className={styles['asked']}>
            {gaps[asked]()}
          </p>
        )}
        <div className={styles['buttons']}>
          <Button kind="primary" size="moment" type="submit" shortcut={m.key_enter()}>
            {m.ui_next()}
          </Button>
          <Button kind="quiet" size="moment" shortcut="Esc" onClick={onLeave}>
            {m.ui_back()}
          </Button>
        </div>
      </form>
    </main>
  )
}

/** More lines than this do not fit beside the form; the whole plan can be read with L. */
const MOST_MINE = 7

/** The agreements in which somebody stands, by name or as everybody. */
function Mine({ person, agreements }: Pick<SignFormProps, 'person' | 'agreements'>) {
  const isIn = (who: readonly Who[]) =>
    who.some((one) => one.kind === 'everybody' || (one.kind === 'person' && one.id === person.id))
  const mine = agreements.flatMap((agreement, index) =>
    isIn(agreement.who) || isIn(agreement.fallbackWho) ? [{ agreement, number: index + 1 }] : [],
  )
  const rest = mine.length - MOST_MINE
  if (mine.length === 0) return <p className={styles['none']}>{m.cp_none_mine()}</p>
  return (
    <>
      <h2 className={styles['mineTitle']}>{m.s_you({ naam: person.name })}</h2>
      <ol className={styles['mine']}>
        {mine.slice(0, MOST_MINE).map(({ agreement, number }) => (
          <li key={agreement.id} value={number}>
            <b>{number}</b>
            <bdi dir="auto">{agreement.what === '' ? m.a_later() : agreement.what}</bdi>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className={styles['none']}>{m.bd_more({ n: rest })}</p> : null}
    </>
  )
}
