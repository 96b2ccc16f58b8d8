import { Schema } from '@tiptap/pm/model'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { fieldGuard, plainWords } from './fieldGuard.ts'

describe('pasted words', () => {
  it('come in as plain lines', () => {
    expect(plainWords('\r\n een \r\ntwee\u0000\u0007\tdrie\u2028vier\n\n')).toBe('een\ntwee drie\nvier')
  })

  it('keep the words of every language, composed', () => {
    expect(plainWords('Re\u0301na رِيا 👨‍👩‍👧')).toBe('Réna رِيا 👨‍👩‍👧')
  })

  it('lose half characters only', () => {
    expect(plainWords('a\uD83Db')).toBe('ab')
  })
})

describe('a full field', () => {
  const schema = new Schema({
    nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
  })
  const start = (words: string, onFull: () => void) => {
    const plugins = fieldGuard(10, onFull).config.addProseMirrorPlugins?.call({} as never) as Plugin[]
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(words)])])
    return EditorState.create({ doc, plugins })
  }

  it('[PL9] takes no further letter, says so once for each, and keeps what stands there', () => {
    let said = 0
    const state = start('0123456789', () => (said += 1))
    expect(state.apply(state.tr.insertText('x', 5)).doc.textContent).toBe('0123456789')
    expect(said).toBe(1)
    expect(state.apply(state.tr.insertText('x', 1, 2)).doc.textContent).toBe('x123456789')
    expect(state.apply(state.tr.delete(1, 4)).doc.textContent).toBe('3456789')
    expect(said).toBe(1)
  })

  it('[PL9] takes all that others wrote, and can then be made shorter', () => {
    const state = start('0123456789', () => {})
    const others = state.apply(state.tr.insertText('en nog veel meer', 11).setMeta(ySyncPluginKey, {}))
    expect(others.doc.textContent).toBe('0123456789en nog veel meer')
    expect(others.apply(others.tr.delete(1, 4)).doc.textContent).toBe('3456789en nog veel meer')
  })
})
