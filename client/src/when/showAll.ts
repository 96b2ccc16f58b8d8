/** For what a choice makes appear below it: scrolls just so far that all of it is in sight. Used as a ref. */
export function showAll(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
