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
import { toBase64url } from '../sealed/base64url.ts'
import { ensurePair, findNextKey, keepNextKey } from './deviceKeys.ts'
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
  const { room } = secret
  const live = connectSealed({
    url: sealedUrl(self.seat, secret.room),
    secret,
    schemaVersion: SCHEMA_VERSION,
    env: browserEnv(),
    makeOutbox: (page) => outboxOf({ room: secret.room, seat: self.seat, page }),
    ...(floor === undefined ? {} : { floor }),
    openWrap: (before, wraps, doc) => findNextKey(self.seat, before, wraps, doc),
    onKey: (next, before) => keepNextKey(self.seat, device, next, before),
  })
  const undo = createUndo(live.doc)
  const settle = () => {
    const { facts, carry, device: pair } = heldKey(self.seat, room) ?? key
    if (!live.getStatus().loaded || (facts !== undefined && carry === undefined)) return
    // Without its key pair a device would be left behind by a next key: where none can be made it comes in all the same.
    if (pair === undefined && !hasNoPair) return
    stop()
    if (carry !== undefined && readCircle(live.doc) === undefined) carry(live.doc)
    // Whoever closed the door may be gone before it said anything: without a version nobody could write.
    initPlan(live.doc)
    const { seat: id, name, personId } = self
    const known = pair === undefined ? {} : { key: toBase64url(pair.publicKey) }
    enterCircle(live.doc, { id, name, personId, kind: device, ...known })
  }
  let hasNoPair = false
  void ensurePair(self.seat, room, device).catch(() => {
    hasNoPair = true
    settle()
  })
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
