/** A small repeatable source of chance: numbers from 0 up to, not including, `below`. */
export type Chance = (below: number) => number

export function createChance(seed: number): Chance {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** `npm run fuzz` runs the same tests with very many more inputs. */
export const isFuzz = process.env['KRINGPLAN_FUZZ'] === '1'

/** The seed of this run: another each time, or `KRINGPLAN_SEED` to see one again. */
export const runSeed = Number(process.env['KRINGPLAN_SEED'] ?? Math.floor(Math.random() * 1e9))
