import { sharedUndo } from '@kringplan/shared/plan/undo'
import type * as Y from 'yjs'

/**
 * The document's undo history as one editor gets it. The editor destroys it when it unmounts: that takes back the
 * listeners this editor added and nothing else, so that closing a field neither ends the history nor leaves the
 * closed editor in memory. [PL6]
 */
export function editorUndo(manager: Y.UndoManager): Y.UndoManager {
  const shared = sharedUndo(manager)
  const added: [string, (...args: unknown[]) => void][] = []
  const listen = shared.on.bind(shared) as (name: string, fn: (...args: unknown[]) => void) => void
  const unlisten = shared.off.bind(shared) as (name: string, fn: (...args: unknown[]) => void) => void
  return new Proxy(shared, {
    get(target, key): unknown {
      // Tiptap leaves a `restore` behind for its own next mount; each mount gets a proxy of its own here.
      if (key === 'restore') return undefined
      if (key === 'on') {
        return (name: string, fn: (...args: unknown[]) => void) => {
          added.push([name, fn])
          listen(name, fn)
        }
      }
      if (key === 'destroy') return () => added.splice(0).forEach(([name, fn]) => unlisten(name, fn))
      return Reflect.get(target, key)
    },
    set: (target, key, value) => key === 'restore' || Reflect.set(target, key, value),
  })
}
