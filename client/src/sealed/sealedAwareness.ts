import { blobSize } from '@kringplan/shared/sealed/envelope'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import { toHexString } from 'lib0/buffer'
import * as decoding from 'lib0/decoding'
import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import type { RoomKeys } from './roomKeys.ts'
import { openBlob, sealBlob } from './seal.ts'
import type { SealedEnv } from './sealedEnv.ts'

/** At most so often: a cursor that moves with every key is worth no more. */
const spacingMs = 150

type Change = { added: number[]; updated: number[]; removed: number[] }

/** Who is where, between devices inside. Never stored, and nothing of it readable to the relay. */
export type SealedAwareness = {
  /** Takes a blob of a device. Older ones than seen, and states of somebody else's client, are dropped. */
  receive(blob: Uint8Array): void
  /** Says again who this device is. */
  announce(): void
  /** Forgets everybody else: nobody knows now whether they are there. */
  forgetOthers(): void
  destroy(): void
}

/** Ties an awareness to the relay. `send` gets a blob to pass on, when there is a connection. */
export function createSealedAwareness(
  awareness: Awareness,
  keys: RoomKeys,
  dev: Uint8Array,
  env: SealedEnv,
  send: (blob: Uint8Array) => void,
): SealedAwareness {
  let sentCtr = 0
  const devices = new Map<string, { ctr: number; readonly clientId: number }>()
  let cancel: (() => void) | undefined

  const sendNow = () => {
    const payload = encodeAwarenessUpdate(awareness, [awareness.clientID])
    if (blobSize(payload.length) > sealedLimits.ephemeralBytes) return
    send(sealBlob(keys.current, 'awareness', { dev, ctr: ++sentCtr, payload }, env.random))
  }
  const announce = () => {
    cancel ??= env.setTimer(() => {
      cancel = undefined
      sendNow()
    }, spacingMs)
  }
  const onUpdate = (change: Change) => {
    const all = [...change.added, ...change.updated, ...change.removed]
    if (all.includes(awareness.clientID)) announce()
  }
  awareness.on('update', onUpdate)

  return {
    receive(blob) {
      const opened = openBlob(keys.current, blob)
      if (opened.end !== 'opened' || opened.kind !== 'awareness') return
      const { dev: from, ctr, payload } = opened.content
      const clientId = readOnlyClient(payload)
      if (clientId === undefined || clientId === awareness.clientID) return
      const name = toHexString(from)
      const known = devices.get(name)
      if (known !== undefined && (ctr <= known.ctr || clientId !== known.clientId)) return
      if (known === undefined) {
        if ([...devices.values()].some((other) => other.clientId === clientId)) return
        // Somebody new: they do not know about this device yet.
        announce()
      }
      devices.set(name, { ctr, clientId })
      try {
        applyAwarenessUpdate(awareness, payload, 'remote')
      } catch {
        // A device inside that sends nonsense shows nothing; that is all.
      }
    },
    announce,
    forgetOthers() {
      const others = [...awareness.getStates().keys()].filter((id) => id !== awareness.clientID)
      removeAwarenessStates(awareness, others, 'remote')
    },
    destroy() {
      awareness.off('update', onUpdate)
      cancel?.()
      awareness.setLocalState(null)
      sendNow()
    },
  }
}

/** The one client that a payload speaks about. Speaking about more is what only a forger would do. */
function readOnlyClient(payload: Uint8Array): number | undefined {
  try {
    const d = decoding.createDecoder(payload)
    return decoding.readVarUint(d) === 1 ? decoding.readVarUint(d) : undefined
  } catch {
    return undefined
  }
}
