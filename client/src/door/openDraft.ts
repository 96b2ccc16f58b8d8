import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { sockets } from '@kringplan/shared/contract/routes'
import { enterCircle, readCircle, writeCircle } from '@kringplan/shared/plan/circleDoc'
import { initPlan } from '@kringplan/shared/plan/planDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { createUndo } from '@kringplan/shared/plan/undo'
import type * as Y from 'yjs'
import { browserEnv } from '../sealed/sealedEnv.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { connectSealed } from '../sealed/sealedProvider.ts'
import type { Device } from './enterRoom.ts'
import type { HeldKey } from './heldKeys.ts'
import { outboxOf } from './keyStorage.ts'

/** The draft as this device has it open. */
export interface OpenDraft {
  readonly live: SealedDocument
  readonly undo: Y.UndoManager
  close(): void
}

/** The address of a sealed room for this seat. */
export function sealedUrl(seat: string, room: string): string {
  return `${location.origin.replace(/^http/, 'ws')}${sockets.sealed(seat, room)}`
}

/**
 * Opens the draft with the key. Once all of it is here, the device that closed the door carries in what the circle
 * knew, and every device says by name that it is inside.
 */
export function openDraft(
  key: HeldKey,
  self: Pick<ClosedView['self'], 'seat' | 'name' | 'personId'>,
  device: Device,
): OpenDraft {
  const { secret, floor, facts } = key
  const live = connectSealed({
    url: sealedUrl(self.seat, secret.room),
    secret,
    schemaVersion: SCHEMA_VERSION,
    env: browserEnv(),
    makeOutbox: (page) => outboxOf({ room: secret.room, seat: self.seat, page }),
    ...(floor === undefined ? {} : { floor }),
  })
  const undo = createUndo(live.doc)
  const settle = () => {
    if (!live.getStatus().loaded) return
    stop()
    // Whoever closed the door may be gone before it said anything: without a version nobody could write.
    initPlan(live.doc)
    if (facts !== undefined && readCircle(live.doc) === undefined) writeCircle(live.doc, facts)
    enterCircle(live.doc, { id: self.seat, name: self.name, personId: self.personId, kind: device })
  }
  const stop = live.subscribe(settle)
  settle()
  return {
    live,
    undo,
    close() {
      stop()
      undo.destroy()
      live.destroy()
    },
  }
}
