import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { sockets } from '@kringplan/shared/contract/routes'
import { enterCircle } from '@kringplan/shared/plan/circleDoc'
import { initPlan } from '@kringplan/shared/plan/planDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { createUndo } from '@kringplan/shared/plan/undo'
import type * as Y from 'yjs'
import { browserEnv } from '../sealed/sealedEnv.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { connectSealed } from '../sealed/sealedProvider.ts'
import { createCarrier } from './carryIn.ts'
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
 * knew, as soon as the answer to the closing has told what that is; where that device is gone, another one does [OP9]. And
 * every device says by name that it is inside.
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
    before: key.before,
    schemaVersion: SCHEMA_VERSION,
    env: browserEnv(),
    makeOutbox: (page) => outboxOf({ room: secret.room, seat: self.seat, page }),
    ...(floor === undefined ? {} : { floor }),
    openWrap: (before, wraps, doc) => findNextKey(self.seat, before, wraps, doc),
    onKey: (next, before) => keepNextKey(self.seat, device, next, before),
  })
  const undo = createUndo(live.doc)
  const settle = () => {
    if (isOver) return
    const now = heldKey(self.seat, room) ?? key
    const { facts, carry, device: pair } = now
    if (!live.getStatus().loaded || (facts !== undefined && carry === undefined)) return
    // Without its key pair a device would be left behind by a next key: where none can be made it comes in all the same.
    if (pair === undefined && !hasNoPair) return
    if (!carrier.carry(live.doc, now)) return
    stop()
    // Something is in the room, but not what the closer knew: without a version nobody could write.
    initPlan(live.doc)
    const { seat: id, name, personId } = self
    const known = pair === undefined ? {} : { key: toBase64url(pair.publicKey) }
    enterCircle(live.doc, { id, name, personId, kind: device, ...known })
  }
  let hasNoPair = false
  let isOver = false
  const carrier = createCarrier({
    // Seldom: who closed the door carries in what it knew itself.
    ask: async () => {
      const carrying = await import('./carrying.ts').catch(() => null)
      return carrying?.askCarry(self.seat, (heldKey(self.seat, room) ?? key).secret) ?? 'unknown'
    },
    later: (fn, ms) => {
      const timer = setTimeout(fn, ms)
      return () => clearTimeout(timer)
    },
    changed: () => settle(),
  })
  void ensurePair(self.seat, room, device).catch(() => {
    hasNoPair = true
    settle()
  })
  const stops = [live.subscribe(settle), onKeyHeld(settle)]
  const stop = () => {
    isOver = true
    carrier.stop()
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
