import { useMemo } from 'react'
import styles from './QrCode.module.css'
import { qrMatrix } from './qrMatrix.ts'
import { sizeStyle } from './sizeStyle.ts'

export interface QrCodeProps {
  /** What a camera reads. It may hold a secret: it stands in the drawing only, never in text or attributes. */
  readonly value: string
  /** What the code is for, in words. */
  readonly label: string
  /** The whole square with its white edge, a CSS length. */
  readonly size?: string
}

/** A square code, dark on white in every theme, with the quiet edge that cameras need. */
export function QrCode({ value, label, size }: QrCodeProps) {
  const drawing = useMemo(() => qrDrawing(value), [value])
  return (
    <svg
      className={styles['code']}
      style={sizeStyle(size)}
      viewBox={`0 0 ${drawing.side} ${drawing.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={styles['ground']} width={drawing.side} height={drawing.side} />
      <path className={styles['dark']} d={drawing.path} />
    </svg>
  )
}

/** The empty edge that the standard asks for, in modules. */
const quietEdge = 4

/** The dark modules as one path of horizontal bars. */
function qrDrawing(value: string): { readonly side: number; readonly path: string } {
  const { size, isDark } = qrMatrix(value)
  const bars: string[] = []
  for (let row = 0; row < size; row += 1) {
    let start = -1
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && isDark(row, column)
      if (dark && start < 0) start = column
      if (!dark && start >= 0) {
        bars.push(`M${start + quietEdge} ${row + quietEdge}h${column - start}v1h-${column - start}z`)
        start = -1
      }
    }
  }
  return { side: size + 2 * quietEdge, path: bars.join('') }
}
