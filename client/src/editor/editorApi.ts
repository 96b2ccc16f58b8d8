import type { Editor } from '@tiptap/core'
import { TextSelection, type Selection } from '@tiptap/pm/state'
import type { TextFieldApi } from './textFieldProps.ts'

/** What a screen may do with an editor. */
export function editorApi(editor: Editor): TextFieldApi {
  return {
    focus() {
      if (editor.isDestroyed) return
      // At once and not a frame later: a phone opens its keyboard only within the tap itself.
      const { state } = editor
      editor.view.dispatch(state.tr.setSelection(TextSelection.atEnd(state.doc)))
      editor.view.focus()
    },
    insert: (words) => put(editor, editor.state.selection, words),
    append: (words) => put(editor, TextSelection.atEnd(editor.state.doc), words),
  }
}

function put(editor: Editor, { from, to, $from, $to }: Selection, words: string): void {
  if (editor.isDestroyed) return
  const before = $from.parent.textBetween(0, $from.parentOffset)
  const after = $to.parent.textBetween($to.parentOffset, $to.parent.content.size)
  const start = before === '' || before.endsWith(' ') ? '' : ' '
  const end = after === '' || after.startsWith(' ') ? '' : ' '
  editor.view.dispatch(editor.state.tr.insertText(`${start}${words}${end}`, from, to).scrollIntoView())
}
