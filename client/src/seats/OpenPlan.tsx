import type { OpenView } from '@kringplan/shared/contract/seatView'
import { OpenCircle } from '../circle/OpenCircle.tsx'
import { DraftPages } from '../phone/DraftPages.tsx'

/** The plan, and the ideas, of a conference without a door, for whoever may read it: `canWrite` follows the policy. */
export function OpenPlan({ view, home }: { readonly view: OpenView; readonly home: string }) {
  return (
    <OpenCircle view={view}>
      <DraftPages home={home} />
    </OpenCircle>
  )
}
