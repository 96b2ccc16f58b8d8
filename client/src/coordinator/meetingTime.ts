/** Meetings are in the Netherlands: a time typed is a time there, whatever the clock of the device thinks. */
const ZONE = 'Europe/Amsterdam'

/** A day and time as two native fields hold them: `2027-06-11`, `17:30`. */
export interface MeetingTime {
  readonly date: string
  readonly time: string
}

/** The moment that a date and a time mean in the meeting's place, as ISO 8601 UTC; undefined when they mean none. */
export function toInstant({ date, time }: MeetingTime): string | undefined {
  const asIfUtc = Date.parse(`${date}T${time}:00.000Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(asIfUtc)) return undefined
  // The offset at the guess can differ from the one at the answer by the hour of a clock change: look twice.
  const guess = asIfUtc - offsetAt(asIfUtc)
  return new Date(asIfUtc - offsetAt(guess)).toISOString()
}

/** The date and time in the meeting's place of a moment; both empty for none. */
export function fromInstant(instant: string | null): MeetingTime {
  if (instant === null) return { date: '', time: '' }
  const there = new Date(Date.parse(instant) + offsetAt(Date.parse(instant))).toISOString()
  return { date: there.slice(0, 10), time: there.slice(11, 16) }
}

/** How far the clocks there are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment)
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
  return there - Math.floor(moment / 1000) * 1000
}
