/** Who asks: three kinds of people, and the board, which is a device of the circle and never a person's login. */
export const roles = ['member', 'board', 'professional', 'coordinator'] as const

export type Role = (typeof roles)[number]

/** Whether `value` names a role. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/**
 * How a seat stands: `in` the room; `pending`, waiting for a yes from the room; `outside`, gone to the hallway
 * before the door closes. Only `in` has the rights of its role.
 */
export const standings = ['in', 'pending', 'outside'] as const
export type Standing = (typeof standings)[number]

/** Whether a conference has a private part behind a door, or everybody stays together. */
export const settings = ['withDoor', 'together'] as const
export type Setting = (typeof settings)[number]
