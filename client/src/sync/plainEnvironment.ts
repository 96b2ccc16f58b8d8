/*
 * What the build gives lib0, and all that is built on it, in place of `lib0/environment` (client/lighterPlugin.ts): a browser,
 * where nothing is set by the address or by what lies in its storage.
 */

export const isBrowser = true
export const isNode = false

/** Nothing is set. */
export const getVariable = (): null => null
