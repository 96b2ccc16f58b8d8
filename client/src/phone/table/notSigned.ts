import type { RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'

/** Why a signature was not given from this phone, in a sentence. */
export function notSigned({ refusal, field }: RefusalInfo): string {
  if (refusal !== 'stale') return refusalText(refusal)
  return field === 'log' ? m.lg_no_sign() : m.tp_new_version()
}
