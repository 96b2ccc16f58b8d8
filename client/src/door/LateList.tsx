import { m } from '../messages/compiled/messages.js'
import { sayLateDevice, type LateDevice } from '../table/lateDevices.ts'
import { Notice } from '../ui/Notice.tsx'

/** The devices with words that have not arrived, by name; nothing where there are none. */
export function LateList({ late }: { readonly late: readonly LateDevice[] }) {
  if (late.length === 0) return null
  return <Notice title={m.open_late()}>{late.map(sayLateDevice).join(' ')}</Notice>
}
