import { randomBytes } from 'node:crypto'
import { type BlobKind, encodeBlob, nonceBytes, paddedSize } from '@kringplan/shared/sealed/envelope'
import {
  type ClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  type ServerFrame,
} from '@kringplan/shared/sealed/relayFrames'
import { digestOf } from './doorToken.ts'
import { RawSocket } from './rawSocket.testkit.ts'
import type { RoomsServer } from './roomsServer.testkit.ts'

/** A room with its token, as a founder knows it. */
export type TestRoom = { readonly room: string; readonly token: Uint8Array }

export async function foundRoom(server: RoomsServer, conferenceId = 'c1'): Promise<TestRoom> {
  const room = randomBytes(16).toString('base64url')
  const token = new Uint8Array(randomBytes(16))
  await server.rooms.found({ room, conferenceId, doorTokenHash: digestOf(token), schemaVersion: 1 })
  return { room, token }
}

/** Bytes that have the shape of a sealed blob; `ciphertext` begins with `mark`, so that a test can look for it. */
export function makeBlob(
  size = 100,
  kind: BlobKind = 'update',
  mark: Uint8Array = new Uint8Array(),
  epoch = 1,
): Uint8Array {
  const ciphertext = new Uint8Array(randomBytes(paddedSize(size) + 16))
  ciphertext.set(mark)
  return encodeBlob({ header: { kind, epoch }, nonce: new Uint8Array(randomBytes(nonceBytes)), ciphertext })
}

export function heard<T extends ServerFrame['type']>(
  type: T,
): (bytes: Uint8Array) => Extract<ServerFrame, { type: T }> | null {
  return (bytes) => {
    const frame = decodeServerFrame(bytes)
    if (!frame.ok) throw new Error('the server sent no frame')
    return frame.value.type === type ? (frame.value as Extract<ServerFrame, { type: T }>) : null
  }
}

/** All frames of one type that came. */
export function allHeard<T extends ServerFrame['type']>(
  socket: RawSocket,
  type: T,
): Extract<ServerFrame, { type: T }>[] {
  return socket.got.map(heard(type)).filter((frame) => frame !== null)
}

export function tell(socket: RawSocket, frame: ClientFrame): void {
  socket.send(encodeClientFrame(frame))
}

export function knockAt(server: RoomsServer, seat: string, room: string): Promise<RawSocket> {
  return RawSocket.open(server.sealedUrl(seat, room))
}

/** Connects and proves the key; everything up to the last part of the welcome has come. */
export async function goInside(
  server: RoomsServer,
  seat: string,
  where: TestRoom,
  fromSeq = 0,
): Promise<RawSocket> {
  const socket = await knockAt(server, seat, where.room)
  tell(socket, { type: 'hello', epoch: 1, fromSeq, doorToken: where.token })
  await socket.find((bytes) => (heard('welcome')(bytes)?.last === true ? true : null))
  return socket
}
