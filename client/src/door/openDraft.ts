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
import type { Carrier } from './carryIn.ts'
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

/** Between two tries to load what is needed later. */
const againMs = 4000

const later = (fn: () => void, ms: number): (() => void) => {
  const timer = setTimeout(fn, ms)
  return () => clearTimeout(timer)
}

/** Loads, again and again until it is there, and goes on with it; the returned function ends that. */
function whenLoaded<T>(load: () => Promise<T>, then: (loaded: T) => void): () => void {
  let isEnded = false
  let stopWaiting = () => {}
  const start = async () => {
    const loaded = await load().catch(() => undefined)
    if (isEnded) return
    if (loaded === undefined) stopWaiting = later(() => void start(), againMs)
    else then(loaded)
  }
  void start()
  return () => {
    isEnded = true
    stopWaiting()
  }
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
  const { seat, name, personId } = self
  const live = connectSealed({
    url: sealedUrl(seat, room),
    secret,
    before: key.before,
    schemaVersion: SCHEMA_VERSION,
    env: browserEnv(),
    makeOutbox: (page) => outboxOf({ room, seat, page }),
    ...(floor === undefined ? {} : { floor }),
    openWrap: (before, wraps, doc) => findNextKey(seat, before, wraps, doc),
    onKey: (next, before) => keepNextKey(seat, device, next, before),
  })
  const undo = createUndo(live.doc)
  const settle = () => {
    if (isOver) return
    const { facts, carry, device: pair } = keyNow()
    if (!live.getStatus().loaded || (facts !== undefined && carry === undefined)) return
    if (!isCarriedIn()) return
    stop()
    // Something is in the room, but not what the closer knew: without a version nobody could write.
    initPlan(live.doc)
    const me = { id: seat, name, personId, kind: device }
    // The key that stands there may be of a page that is gone.
    enterCircle(live.doc, pair === undefined ? { ...me, late: true } : me)
    // For a next key: not before the plan can be read.
    ends.push(
      whenLoaded(
        () => import('./staying.ts'),
        ({ stay }) => ends.push(stay(live, me, later)),
      ),
    )
  }
  const keyNow = () => heldKey(seat, room) ?? key
  const isCarriedIn = (): boolean => {
    const now = keyNow()
    if (readCircle(live.doc) !== undefined) return true
    if (carrier !== undefined) return carrier.carry(live.doc, now)
    if (now.carry !== undefined && now.isOwnCopy !== true) {
      now.carry(live.doc)
      return true
    }
    // Seldom: who closed the door has gone, or did not hear the answer.
    isAsked ||=
      ends.push(
        whenLoaded(
          () => import('./carryLate.ts'),
          ({ carryLate }) => {
            carrier = carryLate(seat, keyNow, { later, changed: settle })
            settle()
          },
        ),
      ) > 0
    return false
  }
  let carrier: Carrier | undefined
  let isAsked = false
  let isOver = false
  const ends: (() => void)[] = []
  const stops = [live.subscribe(settle), onKeyHeld(settle)]
  const stop = () => {
    isOver = true
    carrier?.stop()
    for (const end of stops) end()
  }
  settle()
  return {
    live,
    undo,
    close() {
      stop()
      for (const end of ends) end()
      undo.destroy()
      live.destroy()
    },
  }
}
