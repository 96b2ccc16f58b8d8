import { create } from 'qrcode/lib/core/qrcode.js'

export interface QrMatrix {
  /** Modules on a side, without the quiet edge. */
  readonly size: number
  readonly isDark: (row: number, column: number) => boolean
}

/** The square code of a value, with error correction M: it survives a thumb over a corner and stays small. */
export function qrMatrix(value: string): QrMatrix {
  const { modules } = create(value, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) }
}
