import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { PersonChip } from '../ui/PersonChip.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './AgreementCard.module.css'
import type { Density } from './paging.ts'
import type { Fit } from './useFit.ts'
import type { ShownWho } from '../plan/whoNames.ts'
import { fitNames } from './whoNames.ts'
import { shortNames } from './whoSearch.ts'

/** The width of a letter, of a picture with its gaps and of the gap between two, in board units. */
const sizes: Readonly<
  Record<Density, { readonly letter: number; readonly disc: number; readonly gap: number }>
> = {
  8: { letter: 14, disc: 78, gap: 25 },
  6: { letter: 18, disc: 100, gap: 32 },
  4: { letter: 23, disc: 128, gap: 41 },
}
/** The place itself is as wide in all. */
const lineWidth = 370
/** How much smaller the letters are as the card is set tighter, and how many lines of names it has room for. */
const settings: Readonly<Record<Fit, { readonly scale: number; readonly lines: number }>> = {
  0: { scale: 1, lines: 2 },
  1: { scale: 0.93, lines: 2 },
  2: { scale: 0.86, lines: 2 },
  3: { scale: 0.86, lines: 1 },
}

export interface WhoLineProps {
  readonly shown: readonly ShownWho[]
  readonly density: Density
  readonly fit: Fit
}

/** Who does it: pictures with names, as many as the place holds; the rest as a number, and read out by name. */
export function WhoLine({ shown, density, fit }: WhoLineProps) {
  const full = shown.map((one) => one.name)
  const { scale, lines } = settings[fit]
  const { letter, disc, gap } = sizes[density]
  const place = { letter: letter * scale, disc: disc * scale, width: lineWidth + gap * scale, lines }
  const names = fitNames(full, place) === full.length ? full : shortNames(full)
  const fits = fitNames(names, place)
  const rest = shown.slice(fits)
  return (
    <span className={styles['whos']}>
      {shown.slice(0, fits).map((one, index) => (
        <span key={one.key} className={styles['who']}>
          {one.who.kind !== 'person' ? (
            <bdi className={styles['name']}>{one.name}</bdi>
          ) : (
            <PersonChip name={names[index] ?? one.name} look={one.look} size="1.5em" />
          )}
        </span>
      ))}
      {rest.length === 0 ? null : (
        <span className={styles['more']}>
          <span aria-hidden="true">{m.bd_more({ n: rest.length })}</span>
          <Spoken>{sayNames(rest.map((one) => one.name))}</Spoken>
        </span>
      )}
    </span>
  )
}
