import { getStroke } from 'perfect-freehand'

const look = { size: 7, thinning: 0.35, smoothing: 0.6, streamline: 0.4, simulatePressure: true } as const

/**
 * The outline of one stroke of a drawn signature, as the path of an SVG in the field `DRAWING`.
 * @param points x and y in turn, as they lie in the signature
 */
export function strokePath(points: readonly number[]): string {
  const pairs: [number, number][] = []
  for (let i = 0; i + 1 < points.length; i += 2) pairs.push([points[i] ?? 0, points[i + 1] ?? 0])
  const outline = getStroke(pairs, look)
  const [first] = outline
  if (first === undefined) return ''
  const round = (n: number) => Math.round(n * 10) / 10
  const curves = outline.map((point, i) => {
    const [x, y] = point
    const [nextX, nextY] = outline[i + 1] ?? first
    return `Q${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`
  })
  return `M${round(first[0])} ${round(first[1])}${curves.join('')}Z`
}
