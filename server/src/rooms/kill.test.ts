import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { syncFrame, told, updateWith, wordsOf } from './openClient.testkit.ts'
import { RawSocket } from './rawSocket.testkit.ts'

const script = fileURLToPath(new URL('killedServer.testkit.ts', import.meta.url))

async function startChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(script, [dataDir], { execArgv: [] })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(typeof message === 'string' ? message : ''))
    child.once('exit', () => reject(new Error('the server did not start')))
  })
  return { child, url }
}

test('[OD3] [OD4] what was acknowledged is there after kill -9 in the middle of writing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-kill-'))
  let acknowledged = 0
  const doc = new Y.Doc()
  for (const enough of [40, 200, 90]) {
    const { child, url } = await startChild(dataDir)
    const socket = await RawSocket.open(`${url}/plan`)
    socket.send(syncFrame(1, Y.encodeStateAsUpdate(doc)))
    const lengths = [doc.getText('words').length]
    // Keeps writing while the acknowledgements come in, so that the kill falls between frames.
    const writing = setInterval(() => {
      for (let i = 0; i < 5; i++) {
        socket.send(syncFrame(2, updateWith('x', doc)))
        lengths.push(doc.getText('words').length)
      }
    }, 1)
    const ack = await socket.find((bytes) => {
      const n = told('ack')(bytes)?.n ?? 0
      return n >= enough ? n : null
    })
    child.kill('SIGKILL')
    clearInterval(writing)
    acknowledged = Math.max(acknowledged, lengths[ack - 1] ?? 0)
    await socket.closed()
    const last = socket.got.map(told('ack')).reduce((max, found) => Math.max(max, found?.n ?? 0), 0)
    acknowledged = Math.max(acknowledged, lengths[last - 1] ?? 0)

    const next = await startChild(dataDir)
    const reader = await RawSocket.open(`${next.url}/plan`)
    reader.send(syncFrame(0, new Uint8Array([0])))
    const stored = wordsOf((await reader.find(told('answer'))).bytes)
    expect(acknowledged).toBeGreaterThanOrEqual(enough - 1)
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged)
    reader.end()
    next.child.kill('SIGKILL')
  }
}, 30_000)
