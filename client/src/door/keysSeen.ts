import { readInside } from '@kringplan/shared/plan/circleDoc'
import { leaveCircle } from '@kringplan/shared/plan/circleWriting'
import { dropOut } from '@kringplan/shared/plan/goingOut'
import type * as Y from 'yjs'

/*
 * What this page has seen of the list of devices inside. Anybody inside can write in that list, also over the entry of
 * somebody else; what stood there once is remembered here, until the device is left behind by a next key [GO9].
 */

interface Seen {
  /** The entry as it stood last. */
  value: string
  /** Every public key that stood there. */
  readonly keys: Set<string>
}

/** Somebody who writes ever more must not fill the memory of the others; what stands in the list now counts beside these. */
const mostKeys = 64
const mostDevices = 1000

interface Memory {
  readonly devices: Map<string, Seen>
  /** Left behind by a next key, and not come in again. */
  readonly gone: Set<string>
}

const memories = new WeakMap<Y.Doc, Memory>()

/** All devices that this page has seen inside, who was seen first first, with their public keys. Looks at the list now. */
export function devicesSeen(doc: Y.Doc): ReadonlyMap<string, Readonly<Seen>> {
  const { devices, gone } = memoryOf(doc)
  const map = doc.getMap('inside')
  for (const { id, keys } of readInside(doc)) {
    gone.delete(id)
    const seen = devices.get(id) ?? { value: '', keys: new Set<string>() }
    seen.value = String(map.get(id))
    for (const key of keys ?? []) if (seen.keys.size < mostKeys) seen.keys.add(key)
    if (devices.size < mostDevices) devices.set(id, seen)
  }
  return devices
}

/** These got no next key: they are out of the list, and no more asked about. */
export function leftBehind(doc: Y.Doc, ids: readonly string[]): void {
  const { devices, gone } = memoryOf(doc)
  for (const id of ids) {
    devices.delete(id)
    gone.add(id)
    dropOut(doc, id)
  }
  leaveCircle(doc, ids)
}

/** Whether a next key has left this device behind, as far as this page knows. */
export function isLeftBehind(doc: Y.Doc, id: string): boolean {
  return memoryOf(doc).gone.has(id) && !doc.getMap('inside').has(id)
}

function memoryOf(doc: Y.Doc): Memory {
  const found = memories.get(doc) ?? { devices: new Map<string, Seen>(), gone: new Set<string>() }
  memories.set(doc, found)
  return found
}
