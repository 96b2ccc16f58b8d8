import * as Y from 'yjs'

/** The changes of this device, as the clocks of Yjs count them. */
export type Ranges = readonly { readonly client: number; readonly from: number; readonly to: number }[]

/** Which changes these updates hold. What cannot be read is left out. */
export function rangesOf(updates: readonly Uint8Array[]): Ranges {
  return updates.flatMap((update) => {
    try {
      const { from, to } = Y.parseUpdateMeta(update)
      return [...from].map(([client, clock]) => ({ client, from: clock, to: to.get(client) ?? clock }))
    } catch {
      return []
    }
  })
}

/** Whether an item, or the sign at this place in it, is one of these changes. */
function isLate({ id }: Pick<Y.Item, 'id'>, ranges: Ranges, at = 0): boolean {
  const clock = id.clock + at
  return ranges.some(({ client, from, to }) => client === id.client && clock >= from && clock < to)
}

/* Who wrote what stands in no other place than on the items themselves. */
/* oxlint-disable no-underscore-dangle */

/** Whether this part of the document was made by one of these changes. */
export function isLateType(type: Y.Map<unknown>, ranges: Ranges): boolean {
  return type._item !== null && isLate(type._item, ranges)
}

/** Whether what stands under this key was put there by one of these changes. */
export function isLateKey(map: Y.Map<unknown>, key: string, ranges: Ranges): boolean {
  const item = map._map.get(key)
  return item !== undefined && isLate(item, ranges)
}

/** The first piece of a text. */
function startOf(text: Y.XmlText): Y.Item | null {
  return text._start
}
/* oxlint-enable no-underscore-dangle */

/** The words of a field in which something is late: whole words, those that stand together as one part. */
export function lateParts(fragment: Y.XmlFragment, ranges: Ranges): readonly string[] {
  return fragment.toArray().flatMap((node) => {
    if (node instanceof Y.XmlText) return partsOf([node], ranges)
    return node instanceof Y.XmlElement ? partsOf(textsIn(node), ranges) : []
  })
}

function textsIn(element: Y.XmlElement): readonly Y.XmlText[] {
  return element.toArray().flatMap((node) => {
    if (node instanceof Y.XmlText) return [node]
    return node instanceof Y.XmlElement ? textsIn(node) : []
  })
}

function partsOf(texts: readonly Y.XmlText[], ranges: Ranges): readonly string[] {
  let line = ''
  const marks: boolean[] = []
  for (const text of texts) {
    for (let item = startOf(text); item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { str } = item.content
      for (let at = 0; at < str.length; at += 1) marks.push(isLate(item, ranges, at))
      line += str
    }
  }
  const parts: string[] = []
  let together: string[] = []
  const end = () => {
    if (together.length > 0) parts.push(together.join(' ').normalize('NFC'))
    together = []
  }
  for (const { 0: word, index } of line.matchAll(/\S+/gu)) {
    if (marks.slice(index, index + word.length).includes(true)) together.push(word)
    else end()
  }
  end()
  return parts
}

/**
 * The words typed in updates whose document is no more: what was typed on in one go is one part, and what was taken away
 * again is none.
 */
export function typedIn(
  updates: readonly Uint8Array[],
): readonly { readonly client: number; readonly words: string }[] {
  let merged
  try {
    merged = Y.decodeUpdate(Y.mergeUpdates([...updates]))
  } catch {
    return []
  }
  const { structs, ds } = merged
  const isGone = (client: number, clock: number) =>
    (ds.clients.get(client) ?? []).some((one) => clock >= one.clock && clock < one.clock + one.len)
  const parts: { client: number; end: number; words: string }[] = []
  for (const item of structs) {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const words = item.content.str
      .split('')
      .filter((_, at) => !isGone(client, clock + at))
      .join('')
    const last = parts.find(
      (part) => part.client === client && item.origin?.client === client && part.end === item.origin.clock,
    )
    const end = clock + item.content.str.length - 1
    if (last === undefined) parts.push({ client, end, words })
    else Object.assign(last, { end, words: last.words + words })
  }
  return parts
    .map(({ client, words }) => ({ client, words: words.normalize('NFC').trim() }))
    .filter(({ words }) => words.length > 1)
}
