import { toBase64url } from '../sealed/base64url.ts'
import { secureRandom, type RandomBytes } from '../sealed/secureRandom.ts'

const KEY = 'kringplan.far'

/** Where a number stays: the tab, and this page where the tab keeps nothing. */
export interface NumberBox {
  readonly tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  page: string | undefined
}

const ownBox: NumberBox = { tab: tabStorage(), page: undefined }

/**
 * The number of this tab by which the server knows it again when the answer to a tap was lost, and the cookie with it. The
 * link itself is kept nowhere. Undefined before a tap.
 */
export function readFarNumber(box = ownBox): string | undefined {
  try {
    const kept = box.tab?.getItem(KEY)
    if (kept != null && /^[\w-]{43}$/.test(kept)) return kept
  } catch {
    // No storage here: then for as long as this page is there.
  }
  return box.page
}

/** The same number at every call, until it is forgotten; made at the first. */
export function farNumber(box = ownBox, random: RandomBytes = secureRandom): string {
  const number = readFarNumber(box) ?? toBase64url(random(32))
  box.page = number
  try {
    box.tab?.setItem(KEY, number)
  } catch {
    // It is in the page.
  }
  return number
}

/** The answer came, and the cookie with it: the next link has a number of its own. */
export function forgetFarNumber(box = ownBox): void {
  box.page = undefined
  try {
    box.tab?.removeItem(KEY)
  } catch {
    // It was in the page only.
  }
}

function tabStorage(): Storage | undefined {
  try {
    return typeof sessionStorage === 'undefined' ? undefined : sessionStorage
  } catch {
    return undefined
  }
}
