import {
  addAgreement,
  moveAgreement,
  readAgreements,
  removeAgreement,
  textOf,
} from '@kringplan/shared/plan/planDoc'
import { createUndo } from '@kringplan/shared/plan/undo'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { mountHeadless } from './headlessEditor.testkit.ts'

function plan() {
  const doc = new Y.Doc()
  const undo = createUndo(doc)
  const id = addAgreement(doc, newId, 'koken')
  undo.clear()
  const field = (name: 'what' | 'where', of = id) => {
    const fragment = textOf(doc, of, name)
    if (fragment === undefined) throw new Error('no field')
    return fragment
  }
  const what = () => readAgreements(doc).map((agreement) => agreement.what)
  return { doc, undo, id, field, what }
}

describe('the undo of an editor', () => {
  it('[PL6] goes on when a field closes, over fields, moving and removing', () => {
    const { doc, undo, id, field, what } = plan()
    const other = addAgreement(doc, newId, 'fietsen')
    undo.clear()
    const first = mountHeadless(field('what'), undo)
    first.type(' en bakken')
    first.unmount()
    undo.stopCapturing()
    const second = mountHeadless(field('where'), undo)
    second.type('bij oma')
    second.unmount()
    undo.stopCapturing()
    moveAgreement(doc, other, 0)
    undo.stopCapturing()
    removeAgreement(doc, id)
    expect(what()).toEqual(['fietsen'])
    undo.undo()
    expect(what()).toEqual(['fietsen', 'koken en bakken'])
    undo.undo()
    expect(what()).toEqual(['koken en bakken', 'fietsen'])
    undo.undo()
    expect(readAgreements(doc)[0]?.where).toBe('')
    undo.undo()
    expect(what()).toEqual(['koken', 'fietsen'])
    undo.redo()
    expect(what()).toEqual(['koken en bakken', 'fietsen'])
  })

  it('is needed: handed over bare, the history ends with the first field', () => {
    const { doc, undo, id, field, what } = plan()
    const editor = mountHeadless(field('what'), undo, true)
    editor.type(' en bakken')
    editor.unmount()
    removeAgreement(doc, id)
    undo.undo()
    expect(what()).not.toEqual(['koken en bakken'])
  })

  it('leaves no listener of a closed editor behind', () => {
    const { undo, field } = plan()
    const added = vi.spyOn(undo, 'on')
    const taken = vi.spyOn(undo, 'off')
    const editors = Array.from({ length: 5 }, () => mountHeadless(field('what'), undo))
    expect(added).toHaveBeenCalledTimes(10)
    expect(taken).not.toHaveBeenCalled()
    for (const editor of editors) editor.unmount()
    expect(taken.mock.calls).toEqual(added.mock.calls)
  })

  it('takes back own words only', () => {
    const { doc, undo, field, what } = plan()
    const remote = new Y.Doc()
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    const editor = mountHeadless(field('what'), undo)
    editor.type(' samen')
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    const theirs = textOf(remote, readAgreements(remote)[0]?.id ?? '', 'what')
    if (theirs === undefined) throw new Error('no field')
    const remoteUndo = createUndo(remote)
    mountHeadless(theirs, remoteUndo).type(' bij oma')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote))
    expect(what()).toEqual(['koken samen bij oma'])
    expect(editor.words).toBe('koken samen bij oma')
    undo.undo()
    expect(what()).toEqual(['koken bij oma'])
    expect(editor.words).toBe('koken bij oma')
  })

  it('keeps what is typed in an agreement that somebody moves or removes at the same moment', () => {
    const { doc, undo, id, field } = plan()
    addAgreement(doc, newId, 'fietsen')
    const remote = new Y.Doc()
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    const editor = mountHeadless(field('what'), undo)
    editor.type(' voor twaalf')
    moveAgreement(remote, id, 1)
    removeAgreement(remote, id)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote))
    editor.type(' mensen')
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    expect(editor.words).toBe('koken voor twaalf mensen')
    expect(readAgreements(doc)).toEqual(readAgreements(remote))
    expect(textOf(remote, id, 'what')?.toJSON()).toContain('koken voor twaalf mensen')
  })

  it('shows both when two people answer an empty field at once', () => {
    const { doc, undo, field, id } = plan()
    const remote = new Y.Doc()
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    const mine = mountHeadless(field('where'), undo)
    const fragment = textOf(remote, id, 'where')
    if (fragment === undefined) throw new Error('no field')
    const theirs = mountHeadless(fragment, createUndo(remote))
    mine.type('bij oma')
    theirs.type('op school')
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote))
    expect(mine.words).toBe(theirs.words)
    expect(mine.words).toContain('bij oma')
    expect(mine.words).toContain('op school')
  })
})
