import * as Y from 'yjs'
import { agreementsOf, endingOf, LOCAL } from './planDoc.ts'

/**
 * The one undo history of a document: own changes only, over all fields, also removing and moving.
 * An editor adds its own origin (`addTrackedOrigin`) and gets `sharedUndo`, never the manager itself.
 */
export function createUndo(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager([agreementsOf(doc), endingOf(doc)], {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: 500,
  })
}

/**
 * The same history for an editor, which destroys what it is given when it unmounts: here `destroy` does
 * nothing, everything else is the document's own manager. [PL6]
 */
export function sharedUndo(manager: Y.UndoManager): Y.UndoManager {
  return new Proxy(manager, {
    get(target, key) {
      if (key === 'destroy') return () => {}
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  })
}
