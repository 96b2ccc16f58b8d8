import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { paperPlane, userPlus } from '../../ui/icons/coordinatorIcons.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import forms from '../forms.module.css'
import { invitationText } from '../personWords.ts'
import { useSave } from '../useSave.ts'
import type { PersonRow } from './CircleTable.tsx'
import styles from './InformationPage.module.css'
import { OpenPerson } from './PeopleEditor.tsx'
import { peopleCalls, rowsOf } from './peopleCalls.ts'
import { SendSheet } from './SendSheet.tsx'
import { isInCircle } from './steps.ts'

interface InformationPageProps {
  readonly view: OpenView
  readonly home: string
  readonly open: string | null
}

/** Which professional tells what, whether they have written it down, and the link with which they are asked to. */
export function InformationPage({ view, home, open }: InformationPageProps) {
  const { seat } = view.self
  const [, go] = useLocation()
  const [asking, setAsking] = useState<string | null>(null)
  const people = rowsOf(view)
  const tellers = people.filter(({ role }) => role === 'professional')
  const calls = peopleCalls(seat)
  const canEdit = may(view, 'conference.edit')
  const openPerson = (id: string | null) =>
    go(id === null ? `${home}/informatie` : `${home}/informatie/${id}`, { replace: id === null })
  const asked = tellers.find(({ id }) => id === asking)
  return (
    <>
      <ul className={forms['list']}>
        {tellers.map((person) => (
          <TellerCard
            key={person.id}
            person={person}
            points={view.points.filter(({ personId }) => personId === person.id).length}
            onAsk={() => setAsking(person.id)}
            onChange={canEdit ? () => openPerson(person.id) : undefined}
          />
        ))}
      </ul>
      {tellers.length === 0 ? <NobodyTells view={view} /> : null}
      {canEdit ? (
        <div className={forms['buttons']}>
          <Button
            kind={tellers.length === 0 ? 'primary' : 'secondary'}
            icon={userPlus}
            onClick={() => openPerson('nieuw')}
          >
            {m.pr_info_add()}
          </Button>
        </div>
      ) : null}
      <OpenPerson
        keep={`${seat}.informatie`}
        people={people}
        open={open}
        newRole="professional"
        isInCircle={(person) => isInCircle(person, view)}
        order={undefined}
        onOpen={openPerson}
        onAdd={calls.add}
        onEdit={(id, _, changes, was) => calls.edit(id, changes, was)}
        onRemove={calls.remove}
      />
      {asked === undefined ? null : (
        <SendSheet
          key={asked.id}
          seat={seat}
          person={asked}
          canMark={canEdit}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface TellerCardProps {
  readonly person: PersonRow
  readonly points: number
  readonly onAsk: () => void
  readonly onChange: (() => void) | undefined
}

function TellerCard({ person, points, onAsk, onChange }: TellerCardProps) {
  const { name, tells, invitation } = person
  return (
    <li className={forms['card']}>
      <h2 className={styles['who']}>
        <PersonChip name={name} look={person.look} size="36px" />
      </h2>
      {tells === '' ? null : <p dir="auto">{m.pr_tells_about({ onderwerp: tells })}</p>}
      <p className={points === 0 ? styles['nothing'] : styles['written']}>{writtenText(points)}</p>
      {points === 0 ? <p className={forms['help']}>{m.pr_info_sees({ naam: name })}</p> : null}
      <div className={styles['buttons']}>
        <Button kind={points === 0 ? 'primary' : 'secondary'} icon={paperPlane} onClick={onAsk}>
          {m.pr_info_ask({ naam: name })}
        </Button>
        {onChange === undefined ? null : (
          <Button kind="quiet" aria-label={m.k_change_person({ naam: name })} onClick={onChange}>
            {m.ui_change()}
          </Button>
        )}
        <span className={forms['help']}>{invitation === 'none' ? '' : invitationText(invitation)}</span>
      </div>
    </li>
  )
}

function writtenText(points: number): string {
  if (points === 0) return m.pr_info_nothing()
  return points === 1 ? m.pr_info_one() : m.pr_info_more({ n: points })
}

/** What only a person can know: that nobody comes to tell something. */
function NobodyTells({ view }: { readonly view: OpenView }) {
  const [state, run] = useSave()
  const now = view.preparation?.nobodyTells === true
  return (
    <>
      <Choice
        type="checkbox"
        checked={now}
        disabled={state.busy || !may(view, 'conference.edit')}
        onChange={(event) =>
          void run(
            call('editConference', {
              params: { seat: view.self.seat },
              input: { nobodyTells: event.currentTarget.checked, was: { nobodyTells: now } },
            }),
          )
        }
      >
        {m.pr_info_none()}
      </Choice>
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
    </>
  )
}
