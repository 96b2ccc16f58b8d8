import type { Transaction } from '@tiptap/pm/state'

/*
 * What the build gives the editor in place of parts that a field has no use for (vite.config.ts): it has plain paragraphs
 * and no lists, and its history is the document's own (editorUndo.ts). Also `lib0/dom`, which brings a whole
 * library of schemas along for the one thing that the editor reads there.
 */

/** `@tiptap/pm/history`: there is no history of ProseMirror's that could be closed. */
export const closeHistory = (transaction: Transaction): Transaction => transaction

/** `@tiptap/pm/schema-list`: a command that does nothing. */
const noCommand = () => () => false
export const liftListItem = noCommand
export const sinkListItem = noCommand
export const wrapInList = noCommand

/** `lib0/hash/sha256`: names marks that overlap, and a field has no marks. */
export function digest(): never {
  throw new Error('a field has no marks')
}

/** `fast-equals`: compares what a screen selects of an editor's state, which here is nothing. */
export const circularDeepEqual: (a: unknown, b: unknown) => boolean = Object.is

/** `lib0/dom` */
export const doc: Document = document
