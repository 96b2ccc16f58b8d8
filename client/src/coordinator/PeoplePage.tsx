import type { OpenView } from '@kringplan/shared/contract/seatView'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { WaitingDevices } from '../seats/WaitingDevices.tsx'
import { PeopleTable } from './PeopleTable.tsx'

/** Who comes to a conference that exists; each change is kept at once. */
export function PeoplePage({ view }: { readonly view: OpenView }) {
  const { seat } = view.self
  const rows = view.people.flatMap((person) =>
    person.role === 'coordinator' ? [] : [{ ...person, role: person.role, look: lookOf(person) }],
  )
  return (
    <>
      <WaitingDevices view={view} />
      <PeopleTable
        people={rows}
        canEdit={may(view, 'conference.edit')}
        showHere
        onAdd={async (person) => sentence(await call('addPerson', { params: { seat }, input: person }))}
        onEdit={async (id, person) =>
          sentence(await call('editPerson', { params: { seat, id }, input: person }))
        }
        onRemove={async (id) => sentence(await call('removePerson', { params: { seat, id } }))}
      />
    </>
  )
}

function sentence(done: { ok: true } | { ok: false; refusal: RefusalInfo }): string | undefined {
  if (done.ok) return undefined
  return done.refusal.refusal === 'badInput' ? m.err_name_strange() : refusalText(done.refusal.refusal)
}
