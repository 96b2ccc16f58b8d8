import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { sayLateDevice, useLateDevices } from '../../table/lateDevices.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Whose words have not arrived, before the plan is fixed: the circle waits, or goes on without them. */
export function LateNames() {
  const late = useLateDevices(useCircle())
  if (late.length === 0) return null
  return <Notice title={late.map(sayLateDevice).join(' ')}>{m.bt_late_how()}</Notice>
}
