import { setRule } from '@kringplan/shared/plan/planDoc'
import { useRef, useState, type KeyboardEvent } from 'react'
import type * as Y from 'yjs'
import { useCircle } from '../circle/circle.ts'
import { CalendarLine } from '../when/CalendarLine.tsx'
import { useRule } from '../when/useRule.ts'
import { WhenForm } from '../when/WhenForm.tsx'

export interface CalendarPartProps {
  readonly doc: Y.Doc
  /** An agreement, or `ENDING`. */
  readonly id: string
  readonly onlyOnce?: boolean
  /** Tab behind the last control here, Shift+Tab before the first: true when they went somewhere. */
  readonly onTab: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean
  /** Esc where nothing is being chosen. */
  readonly onLeave: () => void
}

/** The calendar below the words of *when* on the board: what stands in it, and the choice of another. */
export function CalendarPart({ doc, id, onlyOnce = false, onTab, onLeave }: CalendarPartProps) {
  const { undo } = useCircle()
  const part = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [cameBack, setCameBack] = useState(false)
  const rule = useRule(doc, id)
  const close = () => {
    setCameBack(true)
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    // Letters, arrows and Enter belong to what is being chosen here, not to the board.
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      if (isOpen) close()
      else onLeave()
    }
    if (event.key === 'Tab' && isAtEdge(part.current, event.shiftKey) && onTab(event)) event.preventDefault()
  }
  return (
    <div ref={part} role="presentation" onKeyDown={onKey}>
      {isOpen ? (
        <WhenForm doc={doc} id={id} onlyOnce={onlyOnce} onDone={close} onClose={close} />
      ) : (
        <CalendarLine
          rule={rule}
          focus={cameBack}
          onOpen={() => setOpen(true)}
          onRemove={() => {
            undo.stopCapturing()
            setRule(doc, id, null)
            undo.stopCapturing()
          }}
        />
      )}
    </div>
  )
}

/** Whether the focus stands on the first control (going back) or the last one (going on). */
function isAtEdge(part: HTMLElement | null, isBack: boolean): boolean {
  const controls = [...(part?.querySelectorAll<HTMLElement>('button, input, select') ?? [])]
  const active = document.activeElement
  // Radios of one question are one stop of Tab, and the first question is such a one.
  const edge = isBack ? controls[0] : controls.at(-1)
  const isSameGroup =
    active instanceof HTMLInputElement &&
    edge instanceof HTMLInputElement &&
    active.type === 'radio' &&
    active.name === edge.name
  return active === edge || isSameGroup
}
