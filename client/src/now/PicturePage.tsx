import type { PictureId } from '@kringplan/shared/conference/palette'
import { defaultColour } from '@kringplan/shared/conference/palette'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { pictureName } from '../messages/pictureName.ts'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { lookOf } from '../seats/lookOf.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { Plaatje } from '../ui/Plaatje.tsx'
import styles from './NowPage.module.css'
import { offeredPictures } from './offeredPictures.ts'

/** "Kies jouw plaatje": the own one is chosen already; taken ones say whose they are. */
export function PicturePage({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const [, go] = useLocation()
  const me = view.people.find((person) => person.id === view.self.personId)
  const look = me === undefined ? undefined : lookOf(me)
  const [chosen, setChosen] = useState<PictureId>()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const current = chosen ?? look?.picture

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (current === undefined || current === look?.picture) {
      go(home)
      return
    }
    setBusy(true)
    const done = await call('editSelf', { params: { seat: view.self.seat }, input: { picture: current } })
    setBusy(false)
    if (done.ok) {
      go(home)
      return
    }
    setChosen(undefined)
    setError(done.refusal.refusal === 'stale' ? m.err_picture_taken() : refusalText(done.refusal.refusal))
  }

  return (
    <PhonePage start={<BackLink href={home} />} title={m.pic_title()} lead={m.pic_why()}>
      <form className={styles['picking']} onSubmit={(event) => void save(event)}>
        <ChoiceGroup label={m.pic_group()} labelHidden layout="grid" error={error}>
          {offeredPictures(view.people, view.self.personId).map(({ picture, colour, owner }) => (
            <Choice
              key={picture}
              type="radio"
              name="picture"
              disabled={owner !== null}
              checked={picture === current}
              onChange={() => setChosen(picture)}
              picture={<Plaatje picture={picture} colour={colour} size="64px" faded={owner !== null} />}
            >
              {owner === null ? pictureName(picture) : m.pic_taken({ naam: owner })}
            </Choice>
          ))}
        </ChoiceGroup>
        <div className={styles['bottom']}>
          <p className={styles['chosen']}>
            <PersonChip
              name={view.self.name}
              look={
                current === undefined
                  ? undefined
                  : current === look?.picture
                    ? look
                    : { picture: current, colour: defaultColour(current) }
              }
              size="44px"
            />
          </p>
          <Button type="submit" kind="primary" size="large" disabled={busy}>
            {m.pic_go()}
          </Button>
        </div>
      </form>
    </PhonePage>
  )
}
