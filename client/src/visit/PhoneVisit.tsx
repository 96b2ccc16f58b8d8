import { useEffect, useRef } from 'react'
import { useCircle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import { seesText } from './seesText.ts'
import { useVisit } from './useVisit.ts'

/**
 * On every phone inside: whether the coordinator comes or is there. What the board shows is chosen on the board; where
 * there is none a phone says when she is in and out, and that she looks along on a phone's screen [VI4].
 */
export function PhoneVisit() {
  const { coordinators, inside } = useCircle()
  const visit = useVisit()
  const hasBoard = inside.some(({ kind }) => kind === 'board')
  const coord = sayNames(coordinators)
  const { stage } = visit
  const sentence = {
    none: '',
    called: '',
    comes: m.call_coming_in({ coord }),
    inside: m.call_in({ coord }),
  }[stage]
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === 'inside' && stage !== 'inside') announce(m.call_back({ coord }))
    else if (sentence !== '') announce(sentence)
    before.current = stage
  }, [stage, sentence, coord])
  if (sentence === '') return null
  return (
    <Notice
      strip
      title={sentence}
      action={
        hasBoard ? null : stage === 'inside' ? (
          <Button onClick={visit.end}>{m.vi_out({ coord })}</Button>
        ) : (
          <Button onClick={() => visit.begin('nothing')}>{m.vi_is_in({ coord })}</Button>
        )
      }
    >
      {!hasBoard
        ? m.vi_phone({ coord })
        : stage === 'comes'
          ? m.vi_board({ coord })
          : seesText[visit.sees]({ coord })}
    </Notice>
  )
}
