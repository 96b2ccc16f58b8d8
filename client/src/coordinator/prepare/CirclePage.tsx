import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'
import { WaitingDevices } from '../../seats/WaitingDevices.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { printer } from '../../ui/icons/coordinatorIcons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { moved } from '../conferenceDraft.ts'
import { PeopleEditor } from './PeopleEditor.tsx'
import { peopleCalls, rowsOf } from './peopleCalls.ts'
import { SendSheet } from './SendSheet.tsx'
import { isInCircle } from './steps.ts'

interface CirclePageProps {
  readonly view: OpenView
  readonly home: string
  /** Who is open, from the address: a person's id, or `nieuw`. */
  readonly open: string | null
}

/** Who comes to a conference that exists; each change is kept at once. */
export function CirclePage({ view, home, open }: CirclePageProps) {
  const { seat } = view.self
  const [, go] = useLocation()
  const [status, setStatus] = useState('')
  const [inviting, setInviting] = useState<string | null>(null)
  const isMoving = useRef(false)
  const people = rowsOf(view)
  const calls = peopleCalls(seat)
  const isIn = (person: { readonly role: string }) => isInCircle(person, view)

  const move = async (id: string, by: -1 | 1) => {
    const circle = people.filter(isIn)
    const next = moved(circle, id, by)
    // One at a time: a second press works on the order that the first one made.
    if (next === circle || isMoving.current) return
    isMoving.current = true
    const refused = await calls.order([...next, ...people.filter((person) => !isIn(person))])
    isMoving.current = false
    const naam = circle.find((person) => person.id === id)?.name ?? ''
    const n = 1 + next.findIndex((person) => person.id === id)
    setStatus(refused ?? m.pr_place_of({ naam, n, alle: next.length }))
  }
  const keepOne = async (naam: string, work: Promise<string | undefined>) => {
    const refused = await work
    setStatus(refused ?? m.pr_saved_person({ naam }))
    return refused
  }

  const invited = people.find((person) => person.id === inviting)
  return (
    <>
      <WaitingDevices view={view} />
      <PeopleEditor
        keep={`${seat}.kring`}
        people={people}
        isInCircle={isIn}
        canEdit={may(view, 'conference.edit')}
        open={open}
        onOpen={(id) => go(id === null ? `${home}/kring` : `${home}/kring/${id}`, { replace: id === null })}
        onInvite={setInviting}
        onAdd={(person) => keepOne(person.name, calls.add(person))}
        onEdit={(id, person, changes, was) => keepOne(person.name, calls.edit(id, changes, was))}
        onRemove={calls.remove}
        onInvitation={({ id, name, invitation: was }, invitation) =>
          keepOne(name, calls.edit(id, { invitation }, { invitation: was }))
        }
        onMove={(id, by) => void move(id, by)}
        status={status}
      >
        <Link href={`${home}/kaarten`} className={buttonClass()}>
          <Icon shape={printer} />
          <span>{m.link_print()}</span>
        </Link>
      </PeopleEditor>
      {invited === undefined ? null : (
        <SendSheet key={invited.id} seat={seat} person={invited} canMark onClose={() => setInviting(null)} />
      )}
    </>
  )
}
