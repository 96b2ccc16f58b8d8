import { m } from '../../messages/compiled/messages.js'
import type { Locale } from '../../i18n/locale.ts'

/** A message with somebody's card: one sentence that tells nothing, and the link, whose secret is in its fragment. */
export interface CardMessage {
  readonly words: string
  readonly subject: string
  readonly url: string
}

/** In the language of who gets it. */
export function cardMessage(url: string, locale: Locale): CardMessage {
  return { url, words: m.pr_send_words({}, { locale }), subject: m.pr_send_subject({}, { locale }) }
}

const body = ({ words, url }: CardMessage) => encodeURIComponent(`${words} ${url}`)

/** Opens the device's messages with the text in them, to nobody yet. `?&` is what both kinds of phones read. */
export const smsAddress = (message: CardMessage): string => `sms:?&body=${body(message)}`

/** Opens the device's mail with the text in it, to nobody yet. */
export const mailAddress = (message: CardMessage): string =>
  `mailto:?subject=${encodeURIComponent(message.subject)}&body=${body(message)}`
