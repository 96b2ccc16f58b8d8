const KEY = 'kringplan.desk'

type DeskStorage = Pick<Storage, 'getItem' | 'setItem'>

/** The desk that this browser signed in to last: an address only, its secret is in an HttpOnly cookie. */
export function readDesk(storage: DeskStorage = localStorage): string | null {
  try {
    return storage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers the desk, so that the coordinator finds it back from the first page. */
export function rememberDesk(desk: string, storage: DeskStorage = localStorage): void {
  try {
    storage.setItem(KEY, desk)
  } catch {
    // Without storage the coordinator opens the link again.
  }
}
