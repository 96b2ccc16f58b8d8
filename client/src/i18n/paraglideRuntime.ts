/*
 * What the messages get in the build in place of Paraglide's own run time (client/lighterPlugin.ts). That one finds the
 * language in addresses, cookies and servers; here locale.ts says it, and nothing else is asked.
 */

/** The languages of client/messages. A test compares them with what was compiled. */
export const locales = ['nl', 'en'] as const

/** No build is for one language. */
export const experimentalStaticLocale = undefined

/** The language of now: an export that changes, as in the original. */
export let getLocale: () => (typeof locales)[number] = () => 'nl'

export function overwriteGetLocale(read: typeof getLocale): void {
  getLocale = read
}
