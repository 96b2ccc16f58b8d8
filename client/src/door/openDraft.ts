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
import { findNextKey, keepNextKey } from './deviceKeys.ts'
import { heldKey, onKeyHeld, type HeldKey } from './heldKeys.ts'
import { outboxOf } from './keyStorage.ts'

/** The draft as this device has it open. */
export interface OpenDraft {
  readonly live: SealedDocument
  readonly undo: Y.UndoManager
  close(): void
}

/** Between two tries to load what keeps a device inside over a next key. */
const againMs = 4000

const later = (fn: () => void, ms: number): (() => void) => {
  const timer = setTimeout(fn, ms)
  return () => clearTimeout(timer)
}

/** The address of a sealed room for this seat. */
export function sealedUrl(seat: string, room: string): string {
  return `${location.origin.replace(/^http/, 'ws')}${sockets.sealed(seat, room)}`
}

/**
 * Opens the draft with the key. Once all of it is here, the device that closed the door carries in what the circle
 * knew, as soon as the answer to the closing has told what that is; where that device is gone, another one does [OP9]. And
 * every device says by name that it is inside, and is one of those that stay when the room gets a next key.
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
    const { facts, carry } = now
    if (!live.getStatus().loaded || (facts !== undefined && carry === undefined)) return
    if (!carrier.carry(live.doc, now)) return
    stop()
    // Something is in the room, but not what the closer knew: without a version nobody could write.
    initPlan(live.doc)
    const { seat: id, name, personId } = self
    const me = { id, name, personId, kind: device }
    enterCircle(live.doc, me)
    // For a next key: not before the plan can be read.
    const start = async () => {
      const staying = await import('./staying.ts').catch(() => null)
      if (isClosed) return
      if (staying === null) endStaying = later(() => void start(), againMs)
      else endStaying = staying.stay(live, me, later)
    }
    void start()
  }
  let isClosed = false
  let endStaying = () => {}
  let isOver = false
  const carrier = createCarrier({
    // Seldom: who closed the door carries in what it knew itself.
    ask: async () => {
      const carrying = await import('./carrying.ts').catch(() => null)
      return carrying?.askCarry(self.seat, (heldKey(self.seat, room) ?? key).secret) ?? 'unknown'
    },
    later,
    changed: () => settle(),
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
      isClosed = true
      endStaying()
      undo.destroy()
      live.destroy()
    },
  }
}
