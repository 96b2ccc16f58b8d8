import type { Shape } from '@kringplan/shared/conference/pictureShapes'

export type { Shape }

/** Takes the path out of an SVG file of the icon package. Throws at start when the package draws otherwise. */
export function shapeOf(svg: string): Shape {
  const path = / d="([^"]+)"/.exec(svg)?.[1]
  if (path === undefined) throw new Error('an icon file has no path')
  return path as Shape
}
