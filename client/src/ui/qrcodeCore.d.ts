/**
 * The core of `qrcode`, without its painters, its file writers and its command line. Typed here because the
 * published types describe the whole package and bring Node's globals into the browser's code.
 */
declare module 'qrcode/lib/core/qrcode.js' {
  export interface QrMatrix {
    readonly modules: { readonly size: number; get(row: number, column: number): number | boolean }
  }

  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): QrMatrix
}
