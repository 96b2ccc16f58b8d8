import { useEffect, useState, type ReactNode } from 'react'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { useDocStatus } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'

export interface DoubtProps {
  /** Draws the sentence and its button: a strip of this screen. */
  readonly children: (words: string, button: ReactNode) => ReactNode
}

/** Says that the server keeps something back or changes it, until somebody has read that; with the next sign once more. */
export function Doubt({ children }: DoubtProps) {
  const { doubts = 0 } = useDocStatus(useCircle().live)
  const [read, setRead] = useState(0)
  const isOpen = doubts > read
  useEffect(() => {
    if (isOpen) announce(m.doubt())
  }, [isOpen])
  if (!isOpen) return null
  return children(
    `${m.doubt()} ${m.doubt_why()}`,
    <Button onClick={() => setRead(doubts)}>{m.doubt_ok()}</Button>,
  )
}
