import { sockets } from '@kringplan/shared/contract/routes'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { encodeBlob, encodeContent, type BlobKind } from '@kringplan/shared/sealed/envelope'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { fork, type ChildProcess } from 'node:child_process'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncFrame, updateWith, readTold } from '../rooms/openClient.testkit.ts'
import { heard } from '../rooms/sealedClient.testkit.ts'
import { TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, type Sitting } from '../testkit/circle.testkit.ts'
import type { TestApp } from '../testkit/testApp.testkit.ts'

interface Started {
  readonly port: number
  readonly dataDir: string
  readonly token: string
}

let child: ChildProcess
let started: Started
const said = <T>(): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)))
beforeAll(async () => {
  child = fork(fileURLToPath(new URL('canaryServer.testkit.ts', import.meta.url)), [], { execArgv: [] })
  started = await said<Started>()
}, 30_000)
afterAll(() => child.kill('SIGKILL'))

/** A canary's name as it could lie anywhere: as text of one and of two bytes a sign, and as base64. */
const formsOf = (word: string): readonly Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('base64').slice(0, -4)),
]

/** Only Linux gives the memory of a child to its parent. Elsewhere files and log are searched, and the words of the control. */
const isSearchable = process.platform === 'linux'

/** All memory that the process can write, piece by piece. */
function* memoryOf(pid: number | undefined, control: readonly string[]): Generator<Buffer> {
  if (!isSearchable) return yield* control.map((word) => Buffer.from(word))
  const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const step = 16 * 1024 * 1024
  for (const line of maps) {
    const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    for (let at = Number.parseInt(from, 16); at < Number.parseInt(to, 16); at += step) {
      const piece = Buffer.alloc(Math.min(step, Number.parseInt(to, 16) - at))
      try {
        readSync(memory, piece, 0, piece.length, at)
      } catch {
        // Set aside and never touched.
        continue
      }
      yield piece
    }
  }
  closeSync(memory)
}

function* filesOf(directory: string): Generator<Buffer> {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    yield Buffer.from(name)
    if (/\.db|secret/.test(name)) yield readFileSync(join(directory, name))
  }
}

/** Which of the words occur in these bytes, in any form. */
function findIn(pieces: Iterable<Buffer>, words: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const piece of pieces)
    for (const word of words) if (formsOf(word).some((form) => piece.includes(form))) found.add(word)
  return [...found].toSorted()
}

async function open({ browser, seat }: Sitting, path: string): Promise<TestSocket> {
  const socket = await browser.upgrade(path.replace(':seat', seat))
  if (!(socket instanceof TestSocket)) throw new Error(socket)
  return socket
}

const newWord = (name: string) => `${name}${randomBytes(6).toString('hex')}`

test('[I2] no word of the draft is in the memory, the files or the log of the server; a word of an open plan is', async () => {
  const stand = {
    app: { port: started.port },
    signInToken: () => Promise.resolve(started.token),
  } as unknown as TestApp
  const circle = await makeCircle(stand, 'withDoor', 'presentation')
  const openWord = newWord('openkanarie')
  const table = await open(circle.member, `${sockets.docs(':seat')}/plan-2`)
  table.ws.send(syncFrame(2, updateWith(openWord)))
  await table.until(() => table.frames.some((bytes) => readTold(bytes).type === 'ack'))

  const room = { id: randomBytes(16).toString('base64url'), doorToken: randomBytes(32) }
  await circle.board.browser.do(
    'closeDoor',
    { seat: circle.board.seat },
    {
      revision: 3,
      room: room.id,
      doorTokenHash: createHash('sha256').update(room.doorToken).digest('base64url'),
      schemaVersion: SCHEMA_VERSION,
    },
  )
  const key = randomBytes(32)
  const words = Array.from({ length: 12 }, (_, n) => newWord(`geheim${n}x`))
  const seal = (kind: BlobKind, ctr: number, word: string): Uint8Array => {
    const nonce = new Uint8Array(randomBytes(24))
    const cipher = createCipheriv('chacha20-poly1305', key, nonce.subarray(0, 12), { authTagLength: 16 })
    const content = encodeContent({ dev: new Uint8Array(8), ctr, payload: updateWith(word) })
    const ciphertext = new Uint8Array(
      Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]),
    )
    return encodeBlob({ header: { kind, epoch: 1 }, nonce, ciphertext })
  }
  const inside = await open(circle.member, sockets.sealed(':seat', room.id))
  const other = await open(circle.board, sockets.sealed(':seat', room.id))
  for (const socket of [inside, other]) {
    socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: room.doorToken }))
    await socket.until(() => socket.frames.some((bytes) => heard('welcome')(bytes)?.last === true))
  }
  for (const [at, word] of words.entries()) {
    inside.ws.send(encodeClientFrame({ type: 'append', cid: at + 1, blob: seal('update', at + 1, word) }))
    inside.ws.send(encodeClientFrame({ type: 'ephemeral', blob: seal('awareness', at + 1, word) }))
  }
  await inside.until(() => inside.frames.some((bytes) => heard('ack')(bytes)?.cid === 12))
  const snapshot = seal('snapshot', 13, words.join(' '))
  inside.ws.send(encodeClientFrame({ type: 'snapshot', baseSeq: 0, coversSeq: 12, blob: snapshot }))
  await other.until(() => other.frames.some((bytes) => heard('snapped')(bytes) !== null))

  child.send('log')
  const { log } = await said<{ log: string }>()
  expect(findIn(memoryOf(child.pid, [openWord, room.id]), [...words, openWord, room.id])).toEqual(
    [openWord, room.id].toSorted(),
  )
  expect(findIn(filesOf(started.dataDir), [...words, openWord, room.id])).toEqual(
    [openWord, room.id].toSorted(),
  )
  expect(findIn([Buffer.from(log)], [...words, openWord])).toEqual([])
  expect(log).toContain('closeDoor')
  expect([...memoryOf(child.pid, [openWord, room.id])].some((piece) => piece.includes(key))).toBe(false)
}, 60_000)
