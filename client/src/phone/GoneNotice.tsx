import { putBackAgreement } from '@kringplan/shared/plan/planDoc'
import type * as Y from 'yjs'
import { m } from '../messages/compiled/messages.js'
import { useAgreement } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { undo as undoIcon } from '../ui/icons/planIcons.ts'
import { Notice } from '../ui/Notice.tsx'

/** An agreement that was just taken away, and the number it had. */
export interface Gone {
  readonly id: string
  readonly number: number
}

/** "Afspraak 4 is weg. Zet terug": stays until the next action, and goes by itself when it was put back elsewhere. */
export function GoneNotice({ doc, gone }: { readonly doc: Y.Doc; readonly gone: Gone }) {
  const agreement = useAgreement(doc, gone.id)
  if (agreement === undefined || !agreement.removed) return null
  return (
    <Notice
      action={
        <Button icon={undoIcon} onClick={() => putBackAgreement(doc, gone.id)}>
          {m.a_restore()}
        </Button>
      }
    >
      {m.a_gone({ n: gone.number })}
    </Notice>
  )
}
