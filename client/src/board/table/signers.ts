import type { OpenView, Person } from '@kringplan/shared/contract/seatView'

/** Those who take part and sign: the circle, and where there is no door also the professionals. Never a coordinator. */
export function signersOf(view: Pick<OpenView, 'people' | 'hasDoor'>): readonly Person[] {
  return view.people.filter(({ role }) => role === 'member' || (!view.hasDoor && role === 'professional'))
}
