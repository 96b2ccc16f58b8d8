import type { OpenView } from '@kringplan/shared/contract/seatView'
import { OpenCircle } from '../circle/OpenCircle.tsx'
import { BoardPlan } from './BoardPlan.tsx'
import type { BoardScreenProps } from './BoardSeat.tsx'
import { shortNotice } from './practiceWords.ts'
import { WaitingStrip } from './WaitingStrip.tsx'

/** The plan on the board where everybody stays together: no door, so also no key D. */
export function BoardTogether({ view, ...screen }: BoardScreenProps & { readonly view: OpenView }) {
  return (
    <OpenCircle view={view}>
      <BoardPlan {...screen} notice={shortNotice(view)} strip={<WaitingStrip view={view} />} />
    </OpenCircle>
  )
}
