import type { ChainedLine } from '@kringplan/shared/log/doorLog'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { call } from '../api/call.ts'
import { memoryStorage } from '../seats/memoryStorage.testkit.ts'
import { forgetSeat, rememberSeat } from '../seats/seatStore.ts'
import { makeSmallPlan, signingView } from '../table/signing.testkit.ts'
import { readLog } from './readLog.ts'
import { sampleLog } from './sampleLog.testkit.ts'
import { keepHead, seenHead } from './seenHead.ts'

const view = signingView(makeSmallPlan().doc, { role: 'member' })
const { seat } = view.self
const log = sampleLog(view.conferenceId, ['came', 'closed', 'inside', 'tried', 'opened'])
const headOf = (lines: readonly ChainedLine[]) => {
  const last = lines.at(-1)
  return last === undefined ? null : { seq: last.seq, head: last.hash }
}

/** A server that answers with this log. */
const answering = (lines: readonly ChainedLine[]) =>
  (async () => ({ ok: true, value: { lines } })) as unknown as typeof call

async function verdictOf(lines: readonly ChainedLine[]) {
  const read = await readLog(view, answering(lines))
  return read.ok ? read.value.verdict : null
}

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryStorage())
  rememberSeat({ seat, role: 'member' })
})
afterEach(() => vi.unstubAllGlobals())

describe('reading the log on a device', () => {
  it('[LG2] what is whole is what it has seen from now on, and a log that goes on from there is whole', async () => {
    expect(seenHead(seat)).toBeNull()
    expect(await verdictOf(log.slice(0, 3))).toMatchObject({ is: 'whole' })
    expect(seenHead(seat)).toEqual(headOf(log.slice(0, 3)))
    expect(await verdictOf(log)).toMatchObject({ is: 'whole' })
    expect(seenHead(seat)).toEqual(headOf(log))
  })

  it('[LG2] a log made anew, or cut off, is another; what was seen stays what it was', async () => {
    await verdictOf(log)
    const seen = headOf(log)
    const other = sampleLog(view.conferenceId, ['came', 'closed', 'inside', 'tried', 'opened'], 'Kees')
    expect(await verdictOf(other)).toEqual({ is: 'other', seen })
    expect(await verdictOf(log.slice(0, 4))).toEqual({ is: 'other', seen })
    expect(await verdictOf([])).toEqual({ is: 'other', seen })
    expect(seenHead(seat)).toEqual(seen)
    expect(await verdictOf(log)).toMatchObject({ is: 'whole' })
  })

  it('[LG1] a line that was changed is named, and so is a log of another conference', async () => {
    const changed = log.map((line) => (line.kind === 'tried' ? { ...line, kind: 'came' as const } : line))
    expect(await verdictOf(changed)).toEqual({ is: 'broken', at: 4 })
    expect(await verdictOf(sampleLog('kring0000002', ['came']))).toEqual({ is: 'broken', at: 1 })
    expect(seenHead(seat)).toBeNull()
  })

  it('[LG2] what was seen goes with the seat, and does not bring one back', async () => {
    await verdictOf(log)
    forgetSeat(seat)
    expect(seenHead(seat)).toBeNull()
    keepHead(seat, { seq: 1, head: 'a'.repeat(64) })
    expect(seenHead(seat)).toBeNull()
  })

  it('[LG4] the proof goes along behind the closed door, and nothing else does', async () => {
    const send = vi.fn(answering(log))
    const proof = { room: 'R'.repeat(22), doorToken: 'T'.repeat(43) }
    await readLog(view, send as never, proof)
    expect(send).toHaveBeenCalledWith('readLog', { params: { seat }, input: proof })
    await readLog(view, send as never)
    expect(send).toHaveBeenLastCalledWith('readLog', { params: { seat }, input: {} })
  })
})
