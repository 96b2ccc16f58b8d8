import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Who } from './agreement.ts'
import type { PlanContent } from './content.ts'
import { ID_SHAPE, MAX_PLAN_BYTES } from './schema.ts'

/** The longest agreement of a plan that is too large to cross; null when it is not, '' when it has none. */
export function tooLong(content: PlanContent): string | null {
  if (sizeOf(content) <= MAX_PLAN_BYTES) return null
  let longest = { id: '', size: 0 }
  for (const agreement of content.agreements) {
    const size = sizeOf(agreement)
    if (size > longest.size) longest = { id: agreement.id, size }
  }
  return longest.id
}

const sizeOf = (value: unknown): number => utf8ToBytes(JSON.stringify(value)).length

/**
 * The plan as it crosses: with every word and name that it shows, and with ids that the contract takes. A key that no
 * device of ours makes gets another; where it stands for somebody nobody knows, it showed nothing.
 */
export function forCrossing({ agreements, ending }: PlanContent, newId: () => string): PlanContent {
  const sound = (id: string): string => (ID_SHAPE.test(id) ? id : newId())
  const people = (row: readonly Who[]): readonly Who[] =>
    row.flatMap((who): readonly Who[] => {
      if (who.kind === 'everybody') return [who]
      if (who.kind === 'person') return ID_SHAPE.test(who.id) ? [who] : []
      return [{ ...who, id: sound(who.id) }]
    })
  return {
    agreements: agreements.map((one) => ({
      ...one,
      id: sound(one.id),
      who: people(one.who),
      fallbackWho: people(one.fallbackWho),
    })),
    ending: { ...ending, who: people(ending.who), watcher: people(ending.watcher) },
  }
}
