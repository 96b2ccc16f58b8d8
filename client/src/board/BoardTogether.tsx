import type { OpenView } from '@kringplan/shared/contract/seatView'
import { OpenCircle } from '../circle/OpenCircle.tsx'
import type { BoardScreenProps } from './BoardSeat.tsx'
import { BoardSigning } from './table/BoardSigning.tsx'
import { BoardTable } from './table/BoardTable.tsx'
import { useMoves } from './table/useMoves.ts'

/**
 * The plan on the board where everybody sees it: made together, on the table, and while it is signed. One document
 * stays open through all of these, so that the board signs what it has shown.
 */
export function BoardTogether({ view, ...screen }: BoardScreenProps & { readonly view: OpenView }) {
  const moves = useMoves(view)
  return (
    <OpenCircle view={view}>
      {view.phase === 'signing' ? (
        <BoardSigning view={view} moves={moves} {...screen} />
      ) : (
        <BoardTable key={view.phase} view={view} moves={moves} {...screen} />
      )}
    </OpenCircle>
  )
}
