import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './ReadAlong.module.css'

interface ReaderLineProps {
  readonly view: OpenView
  readonly reader: string | null
  /** Says who reads: only where there is no board to say it. */
  readonly onReader: ((reader: string | null) => void) | undefined
}

/** Who reads aloud, with the picture. */
export function ReaderLine({ view, reader, onReader }: ReaderLineProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className={styles['reading']}>
      <Reader view={view} reader={reader} />
      {onReader === undefined ? null : <Button onClick={() => setChoosing(true)}>{m.p_who()}</Button>}
      {choosing && onReader !== undefined ? (
        <ReaderSheet view={view} reader={reader} onReader={onReader} onClose={() => setChoosing(false)} />
      ) : null}
    </div>
  )
}

function Reader({ view, reader }: { readonly view: OpenView; readonly reader: string | null }) {
  if (reader === 'turns') return <p className={styles['reader']}>{m.tp_reads_turns()}</p>
  const person = view.people.find(({ id }) => id === reader)
  if (person === undefined) return null
  return (
    <p className={styles['reader']}>
      <Face person={person} size="48px" />
      {person.id === view.self.personId ? m.tp_reads_you() : m.tp_reads({ naam: person.name })}
    </p>
  )
}

interface ReaderSheetProps {
  readonly view: OpenView
  readonly reader: string | null
  readonly onReader: (reader: string | null) => void
  readonly onClose: () => void
}

function ReaderSheet({ view, reader, onReader, onClose }: ReaderSheetProps) {
  const [chosen, setChosen] = useState(reader)
  const put = () => {
    if (chosen !== reader) onReader(chosen)
    onClose()
  }
  const radio = (to: string | null) => ({
    type: 'radio' as const,
    name: 'reader',
    checked: chosen === to,
    onChange: () => setChosen(to),
  })
  return (
    <Sheet
      title={m.p_who()}
      onClose={onClose}
      actions={
        <Button kind="primary" size="large" onClick={put}>
          {m.ui_done()}
        </Button>
      }
    >
      <ChoiceGroup label={m.p_who()} labelHidden>
        <Choice {...radio('turns')}>{m.p_turn()}</Choice>
        {view.people
          .filter(({ role }) => role !== 'coordinator')
          .map((person) => (
            <Choice key={person.id} {...radio(person.id)} picture={<Face person={person} size="40px" />}>
              <bdi>{person.name}</bdi>
            </Choice>
          ))}
        <Choice {...radio(null)}>{m.tp_reader_none()}</Choice>
      </ChoiceGroup>
    </Sheet>
  )
}

function Face({ person, size }: { readonly person: Person; readonly size: string }) {
  const look = lookOf(person)
  return look === undefined ? (
    <LetterDisc name={person.name} size={size} />
  ) : (
    <Plaatje picture={look.picture} colour={look.colour} size={size} />
  )
}
