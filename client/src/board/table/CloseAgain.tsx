import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { LiveDocument } from '../../sync/liveDocument.ts'
import { useEscape } from '../../ui/useEscape.ts'
import { DoorAsk } from '../DoorAsk.tsx'

export interface CloseAgainProps {
  readonly view: OpenView
  /** The plan on the table: it goes along behind the door. */
  readonly live: LiveDocument
  readonly onLeave: () => void
}

/** *Doe de deur weer dicht*: the door of before, with the plan that lies on the table. */
export function CloseAgain({ view, live, onLeave }: CloseAgainProps) {
  useEscape(onLeave)
  return <DoorAsk view={view} table={live} onBack={onLeave} />
}
