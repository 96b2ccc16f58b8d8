import { ENDING, MAX_TEXT } from '@kringplan/shared/plan/schema'
import { putBackAgreement, textOf } from '@kringplan/shared/plan/planDoc'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { EditorContent, useEditor } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { m } from '../messages/compiled/messages.js'
import { sayWhere } from '../plan/presence.ts'
import { useAgreement, useKnownSchema } from '../plan/usePlan.ts'
import { isUndoKey } from '../plan/useUndoKeys.ts'
import { editorApi } from './editorApi.ts'
import { editorUndo } from './editorUndo.ts'
import { fieldGuard } from './fieldGuard.ts'
import { nextFrame } from './settle.ts'
import styles from './TextField.module.css'
import type { TextFieldProps } from './textFieldProps.ts'

/**
 * One field of an agreement with an editor on it. Where an editor may not be bound (another version of the
 * document [PL1], or the agreement is not there) the words are plain text.
 */
export function TextField(props: TextFieldProps) {
  const { doc } = props.circle.live
  const agreement = useAgreement(doc, props.agreementId)
  const known = useKnownSchema(doc)
  const fragment = known && props.circle.canWrite ? textOf(doc, props.agreementId, props.field) : undefined
  // The next meeting is no agreement: it is never taken away, and has the same fields.
  if (fragment === undefined || (agreement === undefined && props.agreementId !== ENDING)) {
    return (
      <div className={`${styles['field']} ${props.className ?? ''}`} dir="auto">
        {agreement?.[props.field]}
      </div>
    )
  }
  return (
    <>
      <BoundField key={`${props.agreementId} ${props.field}`} {...props} fragment={fragment} />
      {agreement?.removed === true ? (
        <p className={styles['notice']} role="alert">
          {m.t_removed()}{' '}
          <button
            type="button"
            className={styles['restore']}
            onClick={() => putBackAgreement(doc, props.agreementId)}
          >
            {m.a_restore()}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** The editor itself: plain paragraphs, merged letter by letter, with the document's one undo history. */
function BoundField(props: TextFieldProps & { readonly fragment: Y.XmlFragment }) {
  const { circle, agreementId, field, label } = props
  const noticeId = useId()
  const [full, setFull] = useState(false)
  // The editor is made once a field; its handlers read what the screen asks for now.
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })

  const editor = useEditor({
    injectCSS: false,
    // The words come with the document; without this Tiptap parses an empty text as HTML, which no page of ours may.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      Document.extend({ content: 'paragraph+' }),
      Paragraph,
      Text,
      Collaboration.configure({
        fragment: props.fragment,
        yUndoOptions: { undoManager: editorUndo(circle.undo) },
      }),
      fieldGuard(MAX_TEXT, () => setFull(true)),
    ],
    editorProps: {
      attributes: () => ({
        role: 'textbox',
        'aria-label': latest.current.label,
        'aria-describedby': [noticeId, latest.current.describedBy].filter(Boolean).join(' '),
        dir: 'auto',
        // What the circle writes goes to no spelling service, and nothing completes it for them.
        spellcheck: 'false',
        autocomplete: 'off',
        autocorrect: 'off',
        autocapitalize: 'sentences',
        writingsuggestions: 'false',
        translate: 'no',
        enterkeyhint: 'done',
        'data-gramm': 'false',
      }),
      handleKeyDown(_view, event) {
        // Keys of a composition are the keyboard's own. (Android's Enter is handed over by ProseMirror, as a plain one.)
        if (event.isComposing || event.keyCode === 229) return false
        if (isUndoKey(event)) {
          circle.undo.undo()
          return true
        }
        if (latest.current.onKey?.(event) === true) {
          event.preventDefault()
          return true
        }
        if (event.key === 'Enter') {
          latest.current.onDone?.()
          return true
        }
        if (event.key === 'Escape' && latest.current.onEscape !== undefined) {
          event.stopPropagation()
          latest.current.onEscape()
          return true
        }
        return false
      },
    },
    onUpdate: ({ editor: changed }) => {
      if (changed.state.doc.textContent.length < MAX_TEXT) setFull(false)
    },
    onFocus: () => {
      sayWhere(circle.live.awareness, circle.me, { agreement: agreementId, field })
    },
    onBlur: ({ editor: left }) => {
      sayWhere(circle.live.awareness, circle.me, null)
      void afterComposition(left.view.dom).then(() => latest.current.onBlur?.())
    },
  })

  useLayoutEffect(() => {
    // Drawn, but shown too late (a part of the page was still on its way): Tiptap gave this editor up and makes another.
    if (editor.isDestroyed) return
    // Typing in another field is another step back, even within half a second.
    circle.undo.addTrackedOrigin(ySyncPluginKey)
    circle.undo.stopCapturing()
    const api = editorApi(editor)
    if (latest.current.autoFocus === true) api.focus()
    latest.current.onReady?.(api)
  }, [circle.undo, editor])

  const { live, undo } = circle
  useEffect(
    () => () => {
      undo.stopCapturing()
      sayWhere(live.awareness, latest.current.circle.me, null)
    },
    [live, undo],
  )

  useEffect(() => {
    if (!editor.isDestroyed) editor.view.dom.setAttribute('aria-label', label)
  }, [editor, label])

  return (
    <>
      <EditorContent editor={editor} className={`${styles['field']} ${props.className ?? ''}`} />
      <output id={noticeId} className={styles['notice']} hidden={!full}>
        {full ? m.t_full() : null}
      </output>
    </>
  )
}

/** When the keyboard has handed over the word it was holding, and the page has drawn it. */
async function afterComposition(dom: HTMLElement): Promise<void> {
  await nextFrame()
  // ProseMirror marks nothing on the element; a composition that outlives a frame ends with this event.
  if (dom.isConnected && dom.matches(':focus')) return
  await nextFrame()
}
