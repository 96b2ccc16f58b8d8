import type { Look } from '@kringplan/shared/conference/palette'
import type { SignatureMark } from '@kringplan/shared/plan/signature'
import { useEffect, useId, useRef } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { SignaturePad } from '../../table/SignaturePad.tsx'
import type { Strokes } from '../../table/strokes.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { keyboard, pencil } from '../../ui/icons/editIcons.ts'
import { Plaatje } from '../../ui/Plaatje.tsx'
import styles from './Agree.module.css'

/** The ways to sign on a phone, all as good in the plan. */
type Way = 'drawn' | 'typed' | 'picture'

/** A signature while it is being made: nothing is chosen for the person but the pad that lies open. */
export interface MarkDraft {
  readonly way: Way
  readonly strokes: Strokes
  readonly text: string
}

/** A fresh sheet. */
export const emptyMark: MarkDraft = { way: 'drawn', strokes: [], text: '' }

/** The signature as it goes into the plan; null while there is nothing on the sheet. [SG20] */
export function markOf({ way, strokes, text }: MarkDraft, look: Look | undefined): SignatureMark | null {
  switch (way) {
    case 'drawn':
      return strokes.length === 0 ? null : { way, strokes }
    case 'typed':
      return text.trim() === '' ? null : { way, text: text.trim() }
    case 'picture':
      return look === undefined ? null : { way, picture: look.picture, colour: look.colour }
  }
}

export interface SignWaysProps {
  readonly draft: MarkDraft
  readonly onDraft: (draft: MarkDraft) => void
  /** The person's picture; who has none draws or types. */
  readonly look: Look | undefined
  readonly name: string
  readonly error: string | undefined
}

/** Draw, type the name, or place the picture. By keyboard alone two of them are there, and all three by touch and mouse. */
export function SignWays({ draft, onDraft, look, name, error }: SignWaysProps) {
  const errorId = useId()
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(draft.way)
  useEffect(() => {
    if (before.current === draft.way) return
    before.current = draft.way
    // Where the button was, another stands now: go on in what was opened.
    const first = place.current?.querySelector<HTMLElement>('input')
    if (first === null || first === undefined) place.current?.focus()
    else first.focus()
  }, [draft.way])
  const open = (way: Way) => () => onDraft({ ...draft, way })
  return (
    <fieldset className={styles['ways']} {...(error === undefined ? {} : { 'aria-describedby': errorId })}>
      <legend className={styles['legend']}>{m.tp_sign_group()}</legend>
      <div ref={place} tabIndex={-1} className={styles['place']}>
        {draft.way === 'drawn' ? (
          <SignaturePad
            strokes={draft.strokes}
            onStrokes={(strokes) => onDraft({ ...draft, strokes })}
            label={m.s_write()}
          />
        ) : null}
        {draft.way === 'typed' ? (
          <div className={styles['typed']}>
            <TextField
              label={m.s_type()}
              value={draft.text}
              maxLength={80}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onDraft({ ...draft, text: event.target.value })}
            />
          </div>
        ) : null}
        {draft.way === 'picture' && look !== undefined ? (
          <p className={styles['picture']}>
            <Plaatje picture={look.picture} colour={look.colour} size="96px" />
            <bdi>{name}</bdi>
          </p>
        ) : null}
      </div>
      {error === undefined ? null : (
        <p id={errorId} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <div className={styles['others']}>
        {draft.way === 'drawn' ? null : (
          <Button icon={pencil} onClick={open('drawn')}>
            {m.tp_draw()}
          </Button>
        )}
        {draft.way === 'typed' ? null : (
          <Button icon={keyboard} onClick={open('typed')}>
            {m.s_type()}
          </Button>
        )}
        {draft.way === 'picture' || look === undefined ? null : (
          <button type="button" className={styles['withPicture']} onClick={open('picture')}>
            <Plaatje picture={look.picture} colour={look.colour} size="28px" />
            {m.s_pic()}
          </button>
        )}
      </div>
    </fieldset>
  )
}
