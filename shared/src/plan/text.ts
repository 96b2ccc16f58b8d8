import * as Y from 'yjs'

/**
 * The visible words of a text field: paragraphs joined by a newline, NFC, trimmed. Walks the fragment and
 * changes nothing (`yXmlFragmentToProseMirrorRootNode` would mutate the document).
 */
export function readText(fragment: Y.XmlFragment): string {
  const paragraphs: string[] = []
  let loose = ''
  for (const node of fragment.toArray()) {
    if (node instanceof Y.XmlText) loose += plain(node)
    else if (node instanceof Y.XmlElement) paragraphs.push(readInline(node))
  }
  if (loose !== '') paragraphs.unshift(loose)
  return paragraphs.join('\n').normalize('NFC').trim()
}

function readInline(element: Y.XmlElement): string {
  let text = ''
  for (const node of element.toArray()) {
    if (node instanceof Y.XmlText) text += plain(node)
    else if (node instanceof Y.XmlElement) text += readInline(node)
  }
  return text
}

/** The text without marks: `toString()` would print formatting as tags. */
function plain(text: Y.XmlText): string {
  let out = ''
  for (const part of text.toDelta() as { insert?: unknown }[]) {
    if (typeof part.insert === 'string') out += part.insert
  }
  return out
}

/**
 * Replaces the words of a field: one paragraph a line. For a choice (a place used before) and for building a
 * fresh document; typing goes through the editor, which merges letter by letter.
 */
export function writeText(fragment: Y.XmlFragment, words: string): void {
  fragment.delete(0, fragment.length)
  fragment.insert(0, paragraphsOf(words))
}

/** Adds words after what stands in a field, on lines of their own. Nothing that stands there is touched. */
export function appendText(fragment: Y.XmlFragment, words: string): void {
  if (readText(fragment) === '') writeText(fragment, words)
  else fragment.insert(fragment.length, paragraphsOf(words))
}

function paragraphsOf(words: string): Y.XmlElement[] {
  const lines = words.normalize('NFC').split('\n')
  return lines.map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  })
}
