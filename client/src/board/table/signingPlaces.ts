/** Where somebody stands round the page, in percent of the box. */
export interface RoundPlace {
  readonly x: number
  readonly y: number
}

/** More people than this stand in a list: round the page their names would touch. */
export const MOST_ROUND = 16

/** Half of the width and height of the round, in percent: the rest is for names. */
export const roundWidth = 42
export const roundHeight = 38
/** A little up: the names stand below the pictures. */
export const roundMiddle = 46

/** The places of so many people round the page, the first at the top, the others clockwise, all as far apart. */
export function roundPlaces(count: number): readonly RoundPlace[] {
  const lengths = stepLengths()
  const total = lengths.at(-1) ?? 1
  return Array.from({ length: count }, (_, index) => {
    const wanted = (index / Math.max(1, count)) * total
    const step = lengths.findIndex((length) => length >= wanted)
    const angle = (2 * Math.PI * Math.max(0, step)) / STEPS
    return { x: 50 + roundWidth * Math.sin(angle), y: roundMiddle - roundHeight * Math.cos(angle) }
  })
}

const STEPS = 720
/** The box is about twice as wide as it is high. */
const aspect = 2

/** How long the way round is up to each of its steps: in equal angles people would crowd at the sides. */
function stepLengths(): readonly number[] {
  let length = 0
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    if (step === 0) return 0
    const [a, b] = [step - 1, step].map((at) => {
      const angle = (2 * Math.PI * at) / STEPS
      return [roundWidth * aspect * Math.sin(angle), roundHeight * Math.cos(angle)] as const
    })
    length += a === undefined || b === undefined ? 0 : Math.hypot(a[0] - b[0], a[1] - b[1])
    return length
  })
}
