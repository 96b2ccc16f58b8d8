import { pageUnder } from '../routes.ts'

/** What an address of the ideas shows: the wall as a list, or one idea that is still private. */
export type IdeaPlace = { readonly page: 'list' } | { readonly page: 'new'; readonly id: string | null }

/** The address of the list, of a new idea, or of a private one, under a seat's home. */
export function ideaPath(home: string, ...parts: readonly ['nieuw', string?] | readonly []): string {
  return [home, 'ideeen', ...parts.filter((part) => part !== undefined)].join('/')
}

/** Reads an address under a seat's home. What it does not know shows the list. */
export function readIdeaPlace(location: string, home: string): IdeaPlace {
  const [, page, id] = pageUnder(location, home).split('/')
  // Only what `newId` makes: it becomes the key of an idea on the wall.
  if (page === 'nieuw') return { page: 'new', id: /^[\w-]{16}$/.test(id ?? '') ? (id ?? null) : null }
  return { page: 'list' }
}
