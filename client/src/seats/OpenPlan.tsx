import type { OpenView } from '@kringplan/shared/contract/seatView'
import { OpenCircle } from '../circle/OpenCircle.tsx'
import { PhonePlan } from '../phone/PhonePlan.tsx'

/** The plan on the table of a conference without a door, for whoever may read it: `canWrite` follows the policy. */
export function OpenPlan({ view, home }: { readonly view: OpenView; readonly home: string }) {
  return (
    <OpenCircle view={view}>
      <PhonePlan home={home} />
    </OpenCircle>
  )
}
