import type { Role } from '@kringplan/shared/policy/roles'

/*
 * The addresses of the pages. Dutch words, no names, no numbers of people; a personal secret stands only in a
 * fragment, which never reaches a server, and is taken out of the address bar as soon as it is read.
 */

/** Where personal links lead. */
export const JOIN_PATH = '/k'

/** Where a seat of this role is at home. */
export function homeOf(role: Role, seat: string): string {
  const base = { member: '/plek', board: '/bord', professional: '/i', coordinator: '/c' }[role]
  return `${base}/${seat}`
}

/** The desk of a coordinator, and what stands under it. */
export function deskPath(desk: string, page?: 'nieuw'): string {
  return page === undefined ? `/c/bureau/${desk}` : `/c/bureau/${desk}/${page}`
}

/** What stands behind the home of a seat in this address: `plan/abc` of `/plek/xyz/plan/abc`. */
export function pageUnder(location: string, home: string): string {
  if (location !== home && !location.startsWith(`${home}/`)) return ''
  return location.slice(home.length + 1).replace(/\/$/, '')
}

/** Whether a page of a seat shows the live document: the plan, or the ideas. */
export function isDraftPage(page: string): boolean {
  return /^(plan|ideeen)(\/|$)/.test(page)
}

/** The part of `Location` and `History` that `takeFragment` uses. */
interface Bar {
  readonly location: Pick<Location, 'hash' | 'pathname'>
  readonly history: Pick<History, 'replaceState'>
}

/**
 * Reads the fragment of the address and removes it at once, from the bar and from this entry of the history.
 * Empty when there is none.
 */
export function takeFragment(bar: Bar = window): string {
  const fragment = bar.location.hash.slice(1)
  if (fragment !== '') bar.history.replaceState(null, '', bar.location.pathname)
  return fragment
}
