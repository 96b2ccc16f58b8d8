import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'

/**
 * Keeps a field to plain words of a bounded length. What others wrote always comes in whole, however long: only
 * this person's own typing and pasting is held back, and `onFull` says so. Nothing that stands there is ever cut.
 */
export function fieldGuard(maxLength: number, onFull: () => void): Extension {
  return Extension.create({
    name: 'fieldGuard',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true
          const length = transaction.doc.textContent.length
          if (length <= maxLength || length <= state.doc.textContent.length) return true
          onFull()
          return false
        },
        props: {
          handlePaste(view, event) {
            // A paste is a step of its own to take back.
            yUndoPluginKey.getState(view.state)?.undoManager.stopCapturing()
            pasteWords(view, event.clipboardData?.getData('text/plain') ?? '', maxLength, onFull)
            return true
          },
          // Words from elsewhere come in by typing and pasting; a drop would bring its markup and its place.
          handleDrop: (_view, _event, _slice, moved) => !moved,
        },
      }),
    ],
  })
}

/** Puts plain words at the cursor, one paragraph a line, as many as still fit. */
function pasteWords(view: EditorView, pasted: string, maxLength: number, onFull: () => void): void {
  const { state } = view
  const selected = state.doc.textBetween(state.selection.from, state.selection.to).length
  const room = Math.max(0, maxLength - state.doc.textContent.length + selected)
  const words = plainWords(pasted)
  const fitting = cut(words, room)
  if (fitting.length < words.length) onFull()
  if (fitting === '') return
  const slice = toSlice(state.schema, fitting)
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView())
}

/** What can stand in a field: NFC, no control characters, no empty lines. */
export function plainWords(pasted: string): string {
  return pasted
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .replaceAll(/\t/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The beginning of a text, never half a character. */
function cut(words: string, length: number): string {
  if (words.length <= length) return words
  const end = /[\uD800-\uDBFF]/u.test(words.charAt(length - 1)) ? length - 1 : length
  return words.slice(0, Math.max(0, end))
}

function toSlice(schema: Schema, words: string): Slice {
  const { paragraph } = schema.nodes
  if (paragraph === undefined) throw new Error('the schema of a field has paragraphs')
  const lines = words.split('\n').filter((line) => line !== '')
  return new Slice(Fragment.from(lines.map((line) => paragraph.create(null, schema.text(line)))), 1, 1)
}
