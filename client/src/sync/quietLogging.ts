/*
 * What yjs gets in place of `lib0/logging` (vite.config.ts). It prints two kinds of warning to the console with it, and
 * the coloured logger brings a DOM library along. Here nothing is printed: a console is a log, and words of a plan
 * belong in none.
 */

export const BOLD = ''
export const UNBOLD = ''
export const RED = ''
export const ORANGE = ''
export const GREY = ''

/** Prints nothing. */
export function print(): void {}

/** Prints nothing. */
export function warn(): void {}
