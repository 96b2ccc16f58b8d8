import { m } from '../../messages/compiled/messages.js'
import { Notice } from '../../ui/Notice.tsx'
import type { FreezeHurdle } from './freezeReady.ts'

/** Why the plan cannot be fixed yet, in a sentence. */
export function HurdleWords({ hurdle }: { readonly hurdle: FreezeHurdle }) {
  return <Notice>{{ day: m.mv_day, words: m.mv_words, offline: m.err_offline }[hurdle]()}</Notice>
}
