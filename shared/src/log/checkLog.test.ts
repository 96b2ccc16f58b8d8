import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLog, hasHead } from './checkLog.ts'
import {
  deviceMark,
  emptyLog,
  lineHash,
  LOG_START,
  logKinds,
  type ChainedLine,
  type LogLine,
} from './doorLog.ts'

const conference = 'kring0000001'
const herman = { role: 'member', personId: 'hermanherman', name: 'oom Herman' } as const

/** A log of this many lines, as the server writes it. */
function makeLog(length: number): ChainedLine[] {
  const lines: ChainedLine[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const line: LogLine = {
      v: 1,
      conference,
      seq,
      at: new Date(1_800_000_000_000 + seq * 1000).toISOString(),
      kind: logKinds[seq % logKinds.length] ?? 'came',
      who: seq % 5 === 0 ? null : herman,
      device: seq % 3 === 0 ? null : deviceMark(`seat${seq}`),
      by: seq % 2 === 0 ? { role: 'board', personId: null, name: '' } : null,
      prev: lines.at(-1)?.hash ?? LOG_START,
    }
    lines.push({ ...line, hash: lineHash(line) })
  }
  return lines
}

/** Makes every hash after a change anew, as who owns the server could. */
function reforged(lines: readonly ChainedLine[]): ChainedLine[] {
  const out: ChainedLine[] = []
  for (const { hash: _, ...line } of lines) {
    const next = { ...line, seq: out.length + 1, prev: out.at(-1)?.hash ?? LOG_START }
    out.push({ ...next, hash: lineHash(next) })
  }
  return out
}

const log = makeLog(12)
const head = { seq: 12, head: log.at(-1)?.hash ?? '' }

describe('checkLog', () => {
  it('[LG1] a log as it was written is whole, an empty one too', () => {
    expect(checkLog(log, conference, null)).toEqual({ is: 'whole', head })
    expect(checkLog(log, null, { seq: 5, head: log[4]?.hash ?? '' })).toEqual({ is: 'whole', head })
    expect(checkLog([], conference, emptyLog)).toEqual({ is: 'whole', head: emptyLog })
  })

  it('[LG1] every field of every line counts: the line at which it breaks is named', () => {
    const changes: readonly ((line: ChainedLine) => ChainedLine)[] = [
      (line) => ({ ...line, at: '2027-01-01T00:00:00.000Z' }),
      (line) => ({ ...line, kind: line.kind === 'opened' ? 'closed' : 'opened' }),
      (line) => ({ ...line, who: line.who === null ? herman : { ...line.who, name: 'Kees' } }),
      (line) => ({ ...line, who: line.who === null ? herman : { ...line.who, personId: 'keeskeeskees' } }),
      (line) => ({ ...line, device: 'AAAA-AAAA' }),
      (line) => ({ ...line, by: line.by === null ? herman : null }),
      (line) => ({ ...line, conference: 'kring0000002' }),
      (line) => ({ ...line, seq: line.seq + 1 }),
      (line) => ({ ...line, prev: '1'.repeat(64) }),
      (line) => ({ ...line, hash: '1'.repeat(64) }),
    ]
    for (const change of changes) {
      for (const index of log.keys()) {
        const tampered = log.map((line, i) => (i === index ? change(line) : line))
        expect(checkLog(tampered, conference, null)).toEqual({ is: 'broken', at: index + 1 })
      }
    }
  })

  it('[LG1] a line left out, put in, doubled or moved breaks the chain there', () => {
    const at = (index: number) => log[index] as ChainedLine
    expect(checkLog([...log.slice(0, 4), ...log.slice(5)], conference, null)).toEqual({ is: 'broken', at: 5 })
    expect(checkLog([...log.slice(0, 4), at(3), ...log.slice(4)], conference, null)).toEqual({
      is: 'broken',
      at: 5,
    })
    expect(checkLog([...log.slice(0, 4), at(5), at(4), ...log.slice(6)], conference, null).is).toBe('broken')
  })

  it('[LG2] a log made anew from a change on is whole, and no continuation of what a device saw', () => {
    const changed = reforged(log.map((line, i) => (i === 3 ? { ...line, who: null } : line)))
    expect(checkLog(changed, conference, null).is).toBe('whole')
    expect(checkLog(changed, conference, head)).toEqual({ is: 'other', seen: head })
    // Cut off behind what the device saw: the same.
    expect(checkLog(log.slice(0, 8), conference, head)).toEqual({ is: 'other', seen: head })
    // What it saw lies before the change: it cannot know, and the log goes on from there.
    expect(checkLog(changed, conference, { seq: 3, head: log[2]?.hash ?? '' }).is).toBe('whole')
  })

  it('[LG1] whatever comes back, it throws nothing', () => {
    const odd = fc.array(fc.oneof(fc.anything(), fc.constantFrom(...log)))
    fc.assert(
      fc.property(odd, (lines) => {
        const verdict = checkLog(lines as ChainedLine[], conference, head)
        expect(['whole', 'broken', 'other']).toContain(verdict.is)
      }),
    )
  })

  it('[LG1] a head is found at its own line only', () => {
    expect(hasHead(log, head)).toBe(true)
    expect(hasHead(log, { seq: 11, head: head.head })).toBe(false)
    expect(hasHead(log, { seq: 0, head: head.head })).toBe(false)
    expect(hasHead(log, { seq: 13, head: head.head })).toBe(false)
  })

  it('[LG1] the mark of a device is short, always the same, and another for another seat', () => {
    expect(deviceMark('seat00000001')).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/)
    expect(deviceMark('seat00000001')).toBe(deviceMark('seat00000001'))
    expect(deviceMark('seat00000001')).not.toBe(deviceMark('seat00000002'))
  })
})
