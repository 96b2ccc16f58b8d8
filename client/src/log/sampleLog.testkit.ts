import {
  deviceMark,
  lineHash,
  LOG_START,
  type ChainedLine,
  type LogKind,
  type LogLine,
} from '@kringplan/shared/log/doorLog'

const herman = { role: 'member', personId: 'hermanherman', name: 'oom Herman' } as const
const board = { role: 'board', personId: null, name: '' } as const

/** A log of these kinds, as the server of this conference would write it. */
export function sampleLog(conference: string, kinds: readonly LogKind[], name?: string): ChainedLine[] {
  const lines: ChainedLine[] = []
  for (const [index, kind] of kinds.entries()) {
    const line: LogLine = {
      v: 1,
      conference,
      seq: index + 1,
      at: new Date(Date.UTC(2027, 5, 11, 18, 14 + index)).toISOString(),
      kind,
      who: kind === 'called' ? null : { ...herman, name: name ?? herman.name },
      device: deviceMark('seat00000001'),
      by: board,
      prev: lines.at(-1)?.hash ?? LOG_START,
    }
    lines.push({ ...line, hash: lineHash(line) })
  }
  return lines
}
