/**
 * Signs that no name may hold: control characters, direction overrides, signs that cannot be seen. A name can then never
 * dress up as another or break a line of the plan.
 */
export const NOT_IN_NAMES = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u

/** Longest name, in characters as people count them. */
export const LONGEST_NAME = 40
