import { assertNever } from '@kringplan/shared/result'

/*
 * What the room goes through after the door has closed: the ring closes, everybody comes in with the card, somebody
 * counts, and a circle with the board as its only device is offered the key on paper.
 */

export type Ceremony =
  | { readonly at: 'closing' }
  /** The card can be scanned. */
  | { readonly at: 'card' }
  /** "12 telefoons zijn binnen. Tel jij er ook 12?" The card can still be scanned. */
  | { readonly at: 'count' }
  /** Who is inside, by name, because the count was not right. */
  | { readonly at: 'list' }
  | { readonly at: 'paper' }
  | { readonly at: 'plan' }

export type CeremonyEvent =
  | { readonly type: 'closed' }
  | { readonly type: 'everybody' }
  | { readonly type: 'yes'; readonly onlyHere: boolean }
  | { readonly type: 'no' }
  | { readonly type: 'cardAgain' }
  | { readonly type: 'paper' }
  | { readonly type: 'done' }

/** The next moment. An event that has no place in this moment changes nothing. */
export function nextCeremony(state: Ceremony, event: CeremonyEvent): Ceremony {
  switch (event.type) {
    case 'closed':
      return state.at === 'closing' ? { at: 'card' } : state
    case 'everybody':
      return state.at === 'card' ? { at: 'count' } : state
    case 'yes':
      if (state.at !== 'count' && state.at !== 'list' && state.at !== 'card') return state
      return event.onlyHere ? { at: 'paper' } : { at: 'plan' }
    case 'no':
      return state.at === 'count' ? { at: 'list' } : state
    case 'cardAgain':
      return state.at === 'closing' ? state : { at: 'card' }
    case 'paper':
      return state.at === 'closing' ? state : { at: 'paper' }
    case 'done':
      return state.at === 'closing' ? state : { at: 'plan' }
    default:
      return assertNever(event)
  }
}
