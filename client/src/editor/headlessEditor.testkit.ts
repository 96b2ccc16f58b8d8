import { Schema } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, ySyncPluginKey, yUndoPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { editorUndo } from './editorUndo.ts'

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
})

/** An editor on a field without a screen: the same plugins as the real one, driven by calls. */
export interface HeadlessEditor {
  readonly words: string
  type(words: string): void
  /** As Tiptap does when its component goes. */
  unmount(): void
}

/** @param bare hands over the undo manager itself, as a careless editor would: the control of a test */
export function mountHeadless(fragment: Y.XmlFragment, undo: Y.UndoManager, bare = false): HeadlessEditor {
  undo.addTrackedOrigin(ySyncPluginKey)
  const plugins: Plugin[] = [
    ySyncPlugin(fragment),
    yUndoPlugin({ undoManager: bare ? undo : editorUndo(undo) }),
  ]
  const view = {
    state: EditorState.create({ schema, plugins }),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = this.state
      this.state = this.state.apply(transaction)
      for (const part of parts) part.update?.(asView, before)
    },
  }
  const asView = view as unknown as EditorView
  const parts: PluginView[] = []
  for (const plugin of plugins) {
    const made = plugin.spec.view?.(asView)
    if (made !== undefined) parts.push(made)
  }
  return {
    get words() {
      return view.state.doc.textBetween(0, view.state.doc.content.size, '\n')
    },
    type(words) {
      const { state } = view
      const transaction = state.tr.setSelection(TextSelection.atEnd(state.doc))
      view.dispatch(transaction.insertText(words))
    },
    unmount: () => parts.forEach((part) => part.destroy?.()),
  }
}
