import { ACK } from '@kringplan/shared/contract/openSync'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket as Socket } from 'ws'
import * as Y from 'yjs'

/** A small y-websocket server for tests: acknowledges as ours does, and can be made to misbehave. */
export interface TestServer {
  readonly origin: string
  readonly doc: Y.Doc
  readonly paths: readonly string[]
  /** True: what goes to clients is kept back from now on, as by a proxy that buffers. False: it goes out. */
  hold(on: boolean): void
  /** False: documents frames are taken but not acknowledged. */
  acknowledge(on: boolean): void
  /** Closes every socket. */
  drop(code: number): void
  deny(reason: string): void
  /** Goes away and comes back on the same port with what it had stored. */
  stop(): Promise<void>
  start(): Promise<void>
  readonly sockets: number
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const sync = (kind: number, bytes: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export async function startTestServer(): Promise<TestServer> {
  const doc = new Y.Doc()
  const open = new Map<Socket, { received: number; kept: Uint8Array[] }>()
  const paths: string[] = []
  let holding = false
  let acking = true
  let port = 0
  let http: Server | undefined

  const deliver = (socket: Socket, bytes: Uint8Array) => {
    const state = open.get(socket)
    if (holding) state?.kept.push(bytes)
    else if (socket.readyState === socket.OPEN) socket.send(bytes)
  }
  const ack = (socket: Socket) => {
    const n = open.get(socket)?.received ?? 0
    if (!acking || n === 0) return
    deliver(
      socket,
      frame((encoder) => {
        encoding.writeVarUint(encoder, ACK)
        encoding.writeVarUint(encoder, n)
      }),
    )
  }
  doc.on('update', (update: Uint8Array, from: unknown) => {
    for (const socket of open.keys()) if (socket !== from) deliver(socket, sync(2, update))
  })

  const onSocket = (socket: Socket) => {
    const state = { received: 0, kept: [] as Uint8Array[] }
    open.set(socket, state)
    socket.binaryType = 'arraybuffer'
    deliver(socket, sync(0, Y.encodeStateVector(doc)))
    socket.on('message', (data) => {
      const bytes = new Uint8Array(data as ArrayBuffer)
      const decoder = decoding.createDecoder(bytes)
      const type = decoding.readVarUint(decoder)
      if (type === 1) for (const other of open.keys()) if (other !== socket) deliver(other, bytes)
      if (type !== 0) return
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (kind === 0) return deliver(socket, sync(1, Y.encodeStateAsUpdate(doc, payload)))
      Y.applyUpdate(doc, payload, socket)
      state.received += 1
      ack(socket)
    })
    socket.on('close', () => open.delete(socket))
  }

  const server: TestServer = {
    get origin() {
      return `http://127.0.0.1:${port}`
    },
    doc,
    paths,
    get sockets() {
      return open.size
    },
    hold(on) {
      holding = on
      if (on) return
      for (const [socket, { kept }] of open) kept.splice(0).forEach((bytes) => socket.send(bytes))
    },
    acknowledge(on) {
      acking = on
      if (on) for (const socket of open.keys()) ack(socket)
    },
    drop(code) {
      for (const socket of open.keys()) socket.close(code)
    },
    deny(reason) {
      const bytes = frame((encoder) => {
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, reason)
      })
      for (const socket of open.keys()) deliver(socket, bytes)
    },
    async stop() {
      for (const socket of open.keys()) socket.terminate()
      open.clear()
      await new Promise<void>((resolve) => {
        if (http === undefined) resolve()
        else http.close(() => resolve())
      })
      http = undefined
    },
    async start() {
      const made = createServer()
      const ws = new WebSocketServer({ server: made })
      ws.on('connection', (socket, request) => {
        paths.push(request.url ?? '')
        onSocket(socket)
      })
      await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve))
      port = (made.address() as AddressInfo).port
      http = made
    },
  }
  await server.start()
  return server
}
