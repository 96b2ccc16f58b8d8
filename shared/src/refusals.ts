/**
 * The closed list of expected refusals, with their HTTP status. A screen has one plain sentence for each
 * (message key `err_<code>`). Everything that has to do with rights answers `refused`, in the same bytes,
 * whatever the reason: who asks learns nothing from the answer [RF1].
 */
export const refusals = {
  /** Not allowed, not there, not yours, or not now: all the same to who asks. */
  refused: 403,
  /** The personal link is unknown or was withdrawn. */
  unknownLink: 404,
  /** The code on the card or board is not known (or not in use now). */
  unknownCode: 404,
  /** The link works from a later moment on. */
  notYet: 403,
  /** What was sent cannot be read, or a field is not as asked. */
  badInput: 400,
  /** Somebody else was first: look again and choose anew. */
  stale: 409,
  /** Too many tries from one place in a short time. */
  tooMany: 429,
  /** More than fits. */
  tooLarge: 413,
  /** Our fault. Nothing of the person's is lost. */
  failed: 500,
} as const

export type Refusal = keyof typeof refusals

/** Whether `value` is a refusal code of the closed list. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(refusals, value)
}
