import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { DeviceCounters } from './counters.ts'
import { roomKeyBytes } from './roomKey.ts'

/** What a device gets that is let in: the key, and how far the log was, so that the server cannot show an older one. */
export type Admission = {
  readonly key: Uint8Array
  readonly epoch: number
  readonly floor: DeviceCounters
}

const version = 1
/** Keeps the whole answer under the size that the relay passes on. */
const maxFloorDevices = 64

/** Bytes of an admission. Its floor names the devices seen last. */
export function encodeAdmission(admission: Admission): Uint8Array {
  if (admission.key.length !== roomKeyBytes) throw new RangeError('key must be 32 bytes')
  return encoding.encode((e) => {
    encoding.writeUint8(e, version)
    encoding.writeUint8Array(e, admission.key)
    encoding.writeVarUint(e, admission.epoch)
    admission.floor.newest(maxFloorDevices).write(e)
  })
}

/** Reads an admission. Never throws. */
export function decodeAdmission(bytes: Uint8Array): Admission | undefined {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readUint8(d) !== version) return undefined
    const key = decoding.readUint8Array(d, roomKeyBytes).slice()
    const epoch = decoding.readVarUint(d)
    const floor = DeviceCounters.read(d)
    return key.length === roomKeyBytes && epoch > 0 && !decoding.hasContent(d)
      ? { key, epoch, floor }
      : undefined
  } catch {
    return undefined
  }
}
