import { assertNever } from '@kringplan/shared/result'

/** Whether a device is inside, and what it can do about it. */
export type DoorState =
  /** Looking for a key on this device. */
  | { readonly at: 'looking' }
  /** There is a record here, and the server's half did not come: tried again by itself. */
  | { readonly at: 'waiting' }
  /** No key here. `forgot`: this device was inside before. */
  | { readonly at: 'outside'; readonly forgot: boolean }
  /** Has the key. */
  | { readonly at: 'inside' }
  /** Has a key that the room does not take (any more), of this epoch. Another page of this device may have a later one. */
  | { readonly at: 'turnedAway'; readonly epoch: number }

/** What a search on this device finds. */
export type Found = 'held' | 'stored' | 'none' | 'noHalf' | 'unreadable'

export type DoorEvent =
  | { readonly type: 'found'; readonly what: Found; readonly epoch?: number | undefined }
  | { readonly type: 'entered' }
  | { readonly type: 'again' }
  | { readonly type: 'refused'; readonly epoch: number }

/** The next state. A device that is inside stays inside, whatever a late answer of an earlier search says. */
export function nextDoorState(state: DoorState, event: DoorEvent): DoorState {
  switch (event.type) {
    case 'entered':
      return { at: 'inside' }
    case 'again':
      return state.at === 'inside' || state.at === 'turnedAway' ? state : { at: 'looking' }
    case 'refused':
      return state.at === 'inside' ? { at: 'turnedAway', epoch: event.epoch } : state
    case 'found':
      if (state.at === 'turnedAway') return (event.epoch ?? 0) > state.epoch ? { at: 'inside' } : state
      return state.at === 'inside' ? state : afterSearch(event.what)
    default:
      return assertNever(event)
  }
}

function afterSearch(what: Found): DoorState {
  switch (what) {
    case 'held':
    case 'stored':
      return { at: 'inside' }
    case 'noHalf':
      return { at: 'waiting' }
    case 'none':
      return { at: 'outside', forgot: false }
    case 'unreadable':
      return { at: 'outside', forgot: true }
    default:
      return assertNever(what)
  }
}
