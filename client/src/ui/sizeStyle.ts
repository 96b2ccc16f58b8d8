import type { CSSProperties } from 'react'

/** Hands a CSS length to a component's style sheet as `--size`. Without one the sheet's own size holds. */
export function sizeStyle(size: string | undefined): CSSProperties {
  const style: Record<string, string> = size === undefined ? {} : { '--size': size }
  return style
}
