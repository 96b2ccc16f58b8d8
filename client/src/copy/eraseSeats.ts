/** Which seats go, and which stay. */
export interface Leaving {
  readonly keepSeats: readonly string[]
  /** Those known to have been here. */
  readonly going: readonly string[]
}

/**
 * Takes out of one database, whatever is in it, every record of a seat that does not stay. A record says whose it is
 * in `seat`, in the first word of `of`, or in its key; what says nothing of a seat stays. A database that is not
 * there is not made.
 */
export async function eraseSeatsFrom(databases: IDBFactory, name: string, leaving: Leaving): Promise<void> {
  const db = await openExisting(databases, name)
  if (db === undefined) return
  try {
    const names = [...db.objectStoreNames]
    if (names.length === 0) return
    const transaction = db.transaction(names, 'readwrite')
    for (const store of names) eraseFromStore(transaction.objectStore(store), leaving)
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () =>
        reject(transaction.error ?? new Error(`erasing from ${name} was broken off`))
    })
  } finally {
    db.close()
  }
}

/** A cursor step must be asked for inside the event before it: a promise between would end the transaction. */
function eraseFromStore(store: IDBObjectStore, leaving: Leaving): void {
  const request = store.openCursor()
  request.onsuccess = () => {
    const cursor = request.result
    if (cursor === null) return
    if (isLeaving(cursor.key, cursor.value, leaving)) cursor.delete()
    cursor.continue()
  }
}

function isLeaving(key: IDBValidKey, value: unknown, { keepSeats, going }: Leaving): boolean {
  const owner = ownerOf(value)
  if (owner !== undefined) return !keepSeats.includes(owner)
  const parts: readonly unknown[] = Array.isArray(key) ? key : [key]
  return parts.some((part) => going.some((seat) => seat === part))
}

function ownerOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { seat, of } = value as { readonly seat?: unknown; readonly of?: unknown }
  if (typeof seat === 'string') return seat
  return typeof of === 'string' ? of.split(' ')[0] : undefined
}

function openExisting(databases: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = databases.open(name)
    let isNew = false
    request.onupgradeneeded = () => {
      isNew = true
      request.transaction?.abort()
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => {
      if (isNew) resolve(undefined)
      else reject(request.error ?? new Error(`${name} cannot be opened`))
    }
  })
}
