import { useEffect, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { askerOf } from './askerOf.ts'
import { useDraft } from './SealedCircle.tsx'

export interface AnewAskedProps {
  /** Draws the sentence with its button: a strip of this screen. */
  readonly children: (words: string, button: ReactNode) => ReactNode
}

/** Inside: somebody outside asks to start anew, which destroys this draft. Who is here says no. */
export function AnewAsked({ children }: AnewAskedProps) {
  const { view } = useDraft()
  const { anew } = view
  const { seat } = view.self
  const isOwn = anew?.seat === seat
  const room = anew?.room
  const words = anew === null || isOwn ? '' : capital(m.nw_inside({ naam: askerOf(anew) }))
  useEffect(() => {
    if (words !== '') announce(words)
  }, [words])
  useEffect(() => {
    // Who asked found the way in after all.
    if (isOwn && room !== undefined) void call('dropAnew', { params: { seat }, input: { room } })
  }, [isOwn, room, seat])
  if (words === '' || room === undefined) return null
  return children(
    words,
    <Button kind="primary" onClick={() => void call('dropAnew', { params: { seat }, input: { room } })}>
      {m.nw_inside_no()}
    </Button>,
  )
}
