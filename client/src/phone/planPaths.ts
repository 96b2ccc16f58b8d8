import type { Question } from '@kringplan/shared/plan/schema'
import { pageUnder } from '../routes.ts'

/** What a plan address shows: the list, one agreement, or one question of it in a sheet. */
export type PlanPlace =
  | { readonly page: 'list' }
  | { readonly page: 'agreement'; readonly id: string; readonly question: Question | null }

const slugs: Readonly<Record<Question, string>> = {
  what: 'wat',
  who: 'wie',
  where: 'waar',
  when: 'wanneer',
  fallback: 'lukt-niet',
}

/** The address of the list, of an agreement, or of a question of it, under a seat's home. */
export function planPath(home: string, id?: string, question?: Question): string {
  const parts = [home, 'plan']
  if (id !== undefined) parts.push(encodeURIComponent(id))
  if (id !== undefined && question !== undefined) parts.push(slugs[question])
  return parts.join('/')
}

/** Reads an address under a seat's home. What it does not know shows the nearest page that it does. */
export function readPlanPlace(location: string, home: string): PlanPlace {
  const [, id, slug] = pageUnder(location, home).split('/')
  if (id === undefined || id === '') return { page: 'list' }
  const question = (Object.keys(slugs) as Question[]).find((key) => slugs[key] === slug)
  return { page: 'agreement', id: decode(id), question: question ?? null }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
