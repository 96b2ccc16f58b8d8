import type { Fields } from './keptFields.ts'

const PREFIX = 'kringplan.form.'

/** What a tab keeps of a form: the fields that were typed in, and what stood there before. */
export interface StoredForm<T extends Fields> {
  readonly base: Partial<T>
  readonly typed: Partial<T>
}

/**
 * What this tab has of a form that was not kept by the server yet. In the tab only: it holds names, goes with the tab,
 * and is cleared when the door closes (coordinator/clearBefore.ts).
 */
export function readForm<T extends Fields>(
  name: string,
  box: Pick<Storage, 'getItem'> | undefined = tabStorage(),
): StoredForm<T> | undefined {
  try {
    const kept = JSON.parse(box?.getItem(PREFIX + name) ?? 'null') as StoredForm<T> | null
    return typeof kept?.base === 'object' && typeof kept.typed === 'object' ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeps it; undefined forgets it. */
export function writeForm<T extends Fields>(
  name: string,
  form: StoredForm<T> | undefined,
  box: Pick<Storage, 'setItem' | 'removeItem'> | undefined = tabStorage(),
): void {
  try {
    if (form === undefined) box?.removeItem(PREFIX + name)
    else box?.setItem(PREFIX + name, JSON.stringify(form))
  } catch {
    // No storage here: then a reload begins again.
  }
}

/** Forgets the forms of the seats that go: a form is named by its seat, and then by what it is about. */
export function forgetForms(
  isGoing: (seat: string) => boolean,
  box: Pick<Storage, 'key' | 'length' | 'removeItem'> | undefined = tabStorage(),
): void {
  try {
    const keys = Array.from({ length: box?.length ?? 0 }, (_, n) => box?.key(n) ?? '')
    for (const key of keys) {
      if (key.startsWith(PREFIX) && isGoing(key.slice(PREFIX.length).split('.')[0] ?? ''))
        box?.removeItem(key)
    }
  } catch {
    // No storage here: then there are no forms either.
  }
}

function tabStorage(): Storage | undefined {
  try {
    return typeof sessionStorage === 'undefined' ? undefined : sessionStorage
  } catch {
    return undefined
  }
}
