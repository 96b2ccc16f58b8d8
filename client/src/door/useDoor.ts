import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useCallback, useEffect, useReducer } from 'react'
import { nextDoorState, type DoorState } from './doorState.ts'
import { enterRoom, findKey, onOthersEnter, type Device } from './enterRoom.ts'
import { heldKey, onKeyHeld, type HeldKey } from './heldKeys.ts'

/** Between two tries when the server's half did not come, or the key is one of before. */
const tryAgainMs = 4000

export interface Door {
  readonly state: DoorState
  /** Comes in with a key from a card or from paper. */
  readonly enter: (key: HeldKey) => void
  readonly refused: () => void
}

/**
 * Whether this device is inside the room of this view. Finds its key again by itself after a reload, and when
 * another page of the same seat came in.
 */
export function useDoor(view: ClosedView, device: Device): Door {
  const { room } = view
  const { seat } = view.self
  const [state, send] = useReducer(nextDoorState, undefined, (): DoorState =>
    heldKey(seat, room) === undefined ? { at: 'looking' } : { at: 'inside' },
  )

  const after = state.at === 'turnedAway' ? state.epoch : 0
  const mayCome = state.at === 'waiting' || state.at === 'turnedAway'
  useEffect(() => {
    let over = false
    const look = async () => {
      const what = await findKey(seat, room, device, after)
      if (!over) send({ type: 'found', what, epoch: heldKey(seat, room)?.secret.epoch })
    }
    void look()
    const stops = [onOthersEnter(() => void look()), onKeyHeld(() => void look())]
    // A half of the server, or a later key that another page of this phone keeps.
    const timer = mayCome ? setInterval(() => void look(), tryAgainMs) : undefined
    return () => {
      over = true
      clearInterval(timer)
      for (const stop of stops) stop()
    }
  }, [seat, room, device, after, mayCome])

  const enter = useCallback(
    (key: HeldKey) => {
      void enterRoom(seat, key, device)
      send({ type: 'entered' })
    },
    [seat, device],
  )
  const refused = useCallback(
    () => send({ type: 'refused', epoch: heldKey(seat, room)?.secret.epoch ?? 0 }),
    [seat, room],
  )
  return { state, enter, refused }
}
