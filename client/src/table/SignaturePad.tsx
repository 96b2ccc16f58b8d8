import { DRAWING } from '@kringplan/shared/plan/signature'
import { useLayoutEffect, useRef, type PointerEvent } from 'react'
import { strokePath } from '../copy/strokePath.ts'
import { m } from '../messages/compiled/messages.js'
import { eraser } from '../ui/icons/signIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './SignaturePad.module.css'
import { beginStroke, moveStroke, type PadPlace, type Strokes } from './strokes.ts'

export interface SignaturePadProps {
  readonly strokes: Strokes
  readonly onStrokes: (strokes: Strokes) => void
  /** What stands under the line. */
  readonly label: string
}

/**
 * Where somebody draws a signature, by finger, pen or mouse. Nobody has to: typing the name and placing the picture are
 * as good, and stand beside it.
 */
export function SignaturePad({ strokes, onStrokes, label }: SignaturePadProps) {
  const pen = useRef<number | null>(null)
  // A finger moves faster than a screen is drawn: each move goes on from the one before it.
  const latest = useRef(strokes)
  useLayoutEffect(() => {
    latest.current = strokes
  })
  const put = (next: Strokes) => {
    if (next === latest.current) return
    latest.current = next
    onStrokes(next)
  }
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current !== null || event.button !== 0) return
    pen.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    put(beginStroke(latest.current, placeOf(event)))
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current === event.pointerId) put(moveStroke(latest.current, placeOf(event)))
  }
  const up = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current === event.pointerId) pen.current = null
  }
  return (
    <div className={styles['pad']}>
      <svg
        className={styles['field']}
        viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
        fill="currentColor"
        role="img"
        aria-label={label}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      >
        {strokes.map((stroke, i) => (
          // Strokes have no identity of their own; only the last one grows.
          // oxlint-disable-next-line react/no-array-index-key
          <path key={i} d={strokePath(stroke)} />
        ))}
      </svg>
      <div className={styles['foot']}>
        <span>{label}</span>
        <button
          type="button"
          className={styles['clear']}
          disabled={strokes.length === 0}
          onClick={() => put([])}
        >
          <Icon shape={eraser} />
          {m.s_clear()}
        </button>
      </div>
    </div>
  )
}

function placeOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): PadPlace {
  const box = currentTarget.getBoundingClientRect()
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
}
