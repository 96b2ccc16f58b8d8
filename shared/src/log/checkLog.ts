import { emptyLog, lineHash, LOG_START, type ChainedLine, type LogHead } from './doorLog.ts'

/** What came out of checking a log. `broken`: the number of the first line that does not fit. */
export type LogVerdict =
  | { readonly is: 'whole'; readonly head: LogHead }
  | { readonly is: 'broken'; readonly at: number }
  /** Whole in itself, but not a continuation of what this device saw before: lines were changed, left out or taken back. */
  | { readonly is: 'other'; readonly seen: LogHead }

/**
 * Computes the whole chain anew, and compares it with what this device saw last. Never throws, whatever the server sent.
 * @param conference whose log it has to be; null when that is not known here
 * @param seen the last head that this device saw, or null
 */
export function checkLog(
  lines: readonly ChainedLine[],
  conference: string | null,
  seen: LogHead | null,
): LogVerdict {
  let prev = LOG_START
  for (const [index, line] of lines.entries()) {
    if (!fits(line, index + 1, conference ?? lines[0]?.conference, prev))
      return { is: 'broken', at: index + 1 }
    prev = line.hash
  }
  const last = lines.at(-1)
  const head = last === undefined ? emptyLog : { seq: last.seq, head: last.hash }
  return seen === null || hasHead(lines, seen) ? { is: 'whole', head } : { is: 'other', seen }
}

/** Whether a log that is whole contains this head, so that it goes on from there. */
export function hasHead(lines: readonly ChainedLine[], { seq, head }: LogHead): boolean {
  return seq === 0 ? head === LOG_START : lines[seq - 1]?.hash === head
}

function fits(line: ChainedLine, seq: number, conference: string | undefined, prev: string): boolean {
  try {
    return (
      line.v === 1 &&
      line.seq === seq &&
      line.conference === conference &&
      line.prev === prev &&
      line.hash === lineHash(line)
    )
  } catch {
    return false
  }
}
