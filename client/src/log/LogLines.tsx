import type { LogVerdict } from '@kringplan/shared/log/checkLog'
import type { ChainedLine, WaitingLine } from '@kringplan/shared/log/doorLog'
import { sayDay, sayTime } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import styles from './Log.module.css'
import { logWords } from './logWords.ts'

interface LogLinesProps {
  readonly lines: readonly ChainedLine[]
  readonly verdict: LogVerdict
}

/** The lines by day, each with its number: a line that does not fit is said where it stands. */
export function LogLines({ lines, verdict }: LogLinesProps) {
  if (lines.length === 0) return <p>{m.lg_none()}</p>
  const brokenAt = verdict.is === 'broken' ? verdict.at : 0
  return byDay(lines).map(({ day, numbered }) => (
    <section key={numbered[0]?.number} className={styles['day']}>
      <h2 className={styles['heading']}>{day}</h2>
      <ol className={styles['lines']}>
        {numbered.map(({ line, number }) => (
          <li key={number} value={number} className={styles['line']}>
            <What line={line} />
            {number === brokenAt ? <b className={styles['broken']}>{m.lg_here()}</b> : null}
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** What tells of the inside while the door is closed: not in the log yet, so without a number. */
export function WaitingLines({ lines }: { readonly lines: readonly WaitingLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles['day']}>
      <h2 className={styles['heading']}>{m.lg_waiting()}</h2>
      <p>{m.lg_waiting_how()}</p>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={`${line.at} ${line.device}`} className={styles['line']}>
            <What line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function What({ line }: { readonly line: WaitingLine }) {
  return (
    <>
      <span className={styles['what']}>
        <bdi className={styles['time']}>{timeOf(line.at)}</bdi>
        {' · '}
        <span dir="auto">{logWords(line)}</span>
      </span>
      {line.device === null ? null : (
        <small className={styles['device']}>{m.lg_device({ code: line.device })}</small>
      )}
    </>
  )
}

interface Day {
  readonly day: string
  readonly numbered: { readonly line: ChainedLine; readonly number: number }[]
}

/** In the order of the log, whatever a changed row says of its day. */
function byDay(lines: readonly ChainedLine[]): readonly Day[] {
  const days: Day[] = []
  for (const [index, line] of lines.entries()) {
    const day = dayOf(line.at)
    if (days.at(-1)?.day !== day) days.push({ day, numbered: [] })
    days.at(-1)?.numbered.push({ line, number: index + 1 })
  }
  return days
}

/* A changed row may hold anything in place of a moment. */
const isMoment = (at: string) => !Number.isNaN(Date.parse(at))
const dayOf = (at: string) => (isMoment(at) ? sayDay(at) : '?')
const timeOf = (at: string) => (isMoment(at) ? sayTime(at) : '?')
