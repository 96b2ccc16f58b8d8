import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useAnewWords } from './AnewWords.tsx'
import styles from './Door.module.css'

export interface AnewBoardProps {
  readonly view: ClosedView
  readonly onBack: () => void
}

/** The same on a board that has forgotten the draft. */
export function AnewBoard({ view, onBack }: AnewBoardProps) {
  const { title, lead, body, buttons } = useAnewWords(view, 'board')
  useEscape(onBack)
  return (
    <main className={styles['moment']}>
      <Title key={title} words={title} />
      <p className={styles['lead']}>{lead}</p>
      {body}
      <div className={styles['buttons']}>
        {buttons}
        <Button kind="quiet" shortcut="Esc" onClick={onBack}>
          {m.ui_back()}
        </Button>
      </div>
    </main>
  )
}

/** Gets the focus, so that the question is read out, and each time it becomes another. */
function Title({ words }: { readonly words: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['title']}>
      {words}
    </h1>
  )
}
