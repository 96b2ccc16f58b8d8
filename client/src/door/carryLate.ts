import { createCarrier, type Carrier, type CarrierParts } from './carryIn.ts'
import { askCarry } from './carrying.ts'
import type { HeldKey } from './heldKeys.ts'

/** For a room in which what the circle knew is not (yet), and who closed the door has not told this page what it is. */
export function carryLate(
  seat: string,
  keyNow: () => HeldKey,
  parts: Pick<CarrierParts, 'later' | 'changed'>,
): Carrier {
  return createCarrier({ ...parts, ask: () => askCarry(seat, keyNow().secret) })
}
