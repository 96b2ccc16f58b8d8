import { isRefusal, type Refusal } from '@kringplan/shared/refusals'
import { m } from './compiled/messages.js'

const sentences: Readonly<Record<Refusal, () => string>> = {
  refused: m.err_refused,
  unknownLink: m.err_unknownLink,
  unknownCode: m.err_unknownCode,
  notYet: m.err_notYet,
  badInput: m.err_badInput,
  stale: m.err_stale,
  tooMany: m.err_tooMany,
  tooLarge: m.err_tooLarge,
  failed: m.err_failed,
}

/** The sentence for a refusal of the server, or for no answer at all (`offline`). Never shows a code. */
export function refusalText(refusal: Refusal | 'offline'): string {
  if (refusal === 'offline') return m.err_offline()
  return isRefusal(refusal) ? sentences[refusal]() : m.err_failed()
}
