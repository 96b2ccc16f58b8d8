import type { OpenView } from '@kringplan/shared/contract/seatView'
import { call, type RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { lookOf } from '../../seats/lookOf.ts'
import { emptyPerson, type DraftPerson } from '../personDraft.ts'
import type { PersonRow } from './CircleTable.tsx'

/** The people of a conference as the screens of its preparation have them, in their order. */
export function rowsOf(view: OpenView): readonly PersonRow[] {
  return view.people.flatMap(({ id, name, role, language, mainPerson, here, picture, colour }) => {
    if (role === 'coordinator') return []
    const facts = view.preparation?.people.find((each) => each.id === id) ?? emptyPerson
    const { age, joinsBy, joinsWith, invitation, tells } = facts
    const look = lookOf({ picture, colour })
    return [{ id, name, role, language, mainPerson, here, look, age, joinsBy, joinsWith, invitation, tells }]
  })
}

/** The calls that change people; each answers with a sentence when it was not kept. */
export function peopleCalls(seat: string) {
  return {
    add: async (person: DraftPerson) =>
      sentence(await call('addPerson', { params: { seat }, input: person })),
    edit: async (
      id: string,
      changes: Partial<DraftPerson> & { readonly hasCard?: boolean },
      was: Partial<DraftPerson> = {},
    ) => sentence(await call('editPerson', { params: { seat, id }, input: { ...changes, was } })),
    remove: async (id: string) => sentence(await call('removePerson', { params: { seat, id } })),
    order: async (people: readonly { readonly id: string }[]) =>
      sentence(
        await call('orderPeople', { params: { seat }, input: { people: people.map(({ id }) => id) } }),
      ),
  }
}

function sentence(done: { ok: true } | { ok: false; refusal: RefusalInfo }): string | undefined {
  if (done.ok) return undefined
  const { refusal, field } = done.refusal
  if (refusal !== 'badInput') return refusalText(refusal)
  return field === 'joinsWith' ? m.err_stale() : m.err_name_strange()
}
