import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { sockets } from '@kringplan/shared/contract/routes'
import { enterCircle, readCircle } from '@kringplan/shared/plan/circleDoc'
import { initPlan } from '@kringplan/shared/plan/planDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { createUndo } from '@kringplan/shared/plan/undo'
import type * as Y from 'yjs'
import { browserEnv } from '../sealed/sealedEnv.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { connectSealed } from '../sealed/sealedProvider.ts'
import type { Device } from './enterRoom.ts'
import { heldKey, onKeyHeld, type HeldKey } from './heldKeys.ts'
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
 * knew, as soon as the answer to the closing has told what that is, and every device says by name that it is inside.
 */
export function openDraft(
  key: HeldKey,
  self: Pick<ClosedView['self'], 'seat' | 'name' | 'personId'>,
  device: Device,
): OpenDraft {
  const { secret, floor } = key
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
    const { facts, carry } = heldKey(self.seat, secret.room) ?? key
    if (!live.getStatus().loaded || (facts !== undefined && carry === undefined)) return
    stop()
    if (carry !== undefined && readCircle(live.doc) === undefined) carry(live.doc)
    // Whoever closed the door may be gone before it said anything: without a version nobody could write.
    initPlan(live.doc)
    enterCircle(live.doc, { id: self.seat, name: self.name, personId: self.personId, kind: device })
  }
  const stops = [live.subscribe(settle), onKeyHeld(settle)]
  const stop = () => {
    for (const end of stops) end()
  }
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
