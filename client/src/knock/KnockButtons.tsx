import { knockAnswers } from '@kringplan/shared/contract/seatView'
import type { Ref } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { knockAnswerText } from './knockText.ts'
import type { KnockHere } from './useKnock.ts'

/** Yes, later, no, or nothing: all four are answers. */
export function KnockButtons({
  here,
  first,
}: {
  readonly here: KnockHere
  readonly first?: Ref<HTMLButtonElement>
}) {
  return (
    <>
      {knockAnswers.map((answer, index) => (
        <Button key={answer} {...(index === 0 ? { ref: first } : {})} onClick={() => here.answer(answer)}>
          {knockAnswerText(answer)}
        </Button>
      ))}
      <Button kind="quiet" onClick={here.layAside}>
        {m.kn_close()}
      </Button>
    </>
  )
}
