/** A control on the page, by its middle. */
export interface Spot {
  readonly x: number
  readonly y: number
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const way: Readonly<Record<Arrow, Spot>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

/**
 * Where an arrow leads as the eye sees it, also round a circle: the nearest spot that lies more that way than to the
 * side. Null when nothing lies there.
 */
export function spotTowards(spots: readonly Spot[], from: number, arrow: Arrow): number | null {
  const here = spots[from]
  if (here === undefined) return null
  const { x, y } = way[arrow]
  let best: { readonly index: number; readonly cost: number } | null = null
  spots.forEach((spot, index) => {
    const dx = spot.x - here.x
    const dy = spot.y - here.y
    const ahead = dx * x + dy * y
    const aside = Math.abs(dx * y) + Math.abs(dy * x)
    if (index === from || ahead <= 1 || aside > ahead * 2) return
    const cost = ahead + aside * 1.5
    if (best === null || cost < best.cost) best = { index, cost }
  })
  return (best as { readonly index: number } | null)?.index ?? null
}
