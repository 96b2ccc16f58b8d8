import { useEffect, useState } from 'react'
import { useCircle } from '../circle/circle.ts'
import { useLateRound, type LateDevice } from '../table/lateDevices.ts'
import { useOpenDoor, type Opening } from './useOpening.ts'

export interface OpenKnowing {
  readonly opening: Opening
  /** Pressed, and the devices have not all answered yet. */
  readonly isLooking: boolean
  /** Whose words are not here. */
  readonly late: readonly LateDevice[]
  /** Opens the door: at once when it is known who is late, otherwise when it is known that nobody is. */
  readonly open: () => void
}

/**
 * Opening with open eyes: who presses before the devices have answered is shown who is late, and presses once more, or
 * waits. [OP6]
 */
export function useOpenKnowing(): OpenKnowing {
  const { devices, isKnown } = useLateRound(useCircle())
  const { opening, open } = useOpenDoor()
  const [isPressed, setPressed] = useState(false)
  const goesOn = isPressed && isKnown
  useEffect(() => {
    if (!goesOn) return
    // The press waited for an answer that has come now.
    // oxlint-disable-next-line react/set-state-in-effect
    setPressed(false)
    if (devices.length === 0) open()
  }, [goesOn, devices, open])
  return {
    opening,
    isLooking: isPressed,
    late: devices,
    open: () => (isKnown ? open() : setPressed(true)),
  }
}
