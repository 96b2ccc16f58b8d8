import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { PersonChip } from '../ui/PersonChip.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './AgreementCard.module.css'
import { lookOf } from '../seats/lookOf.ts'
import type { Density } from './paging.ts'
import { fitNames, type ShownWho } from './whoNames.ts'
import { shortNames } from './whoSearch.ts'

/** The width of a letter and of a picture with its gaps, in board units; the place itself is as wide in all. */
const sizes: Readonly<Record<Density, { readonly letter: number; readonly disc: number }>> = {
  8: { letter: 13, disc: 66 },
  6: { letter: 16.5, disc: 80 },
  4: { letter: 21, disc: 95 },
}
const lineWidth = 382

export interface WhoLineProps {
  readonly shown: readonly ShownWho[]
  readonly density: Density
  readonly lines: number
}

/** Who does it: pictures with names, as many as the place holds; the rest as a number, and read out by name. */
export function WhoLine({ shown, density, lines }: WhoLineProps) {
  const full = shown.map((one) => one.name)
  const fit = (names: readonly string[]) => fitNames(names, { ...sizes[density], width: lineWidth, lines })
  const names = fit(full) === full.length ? full : shortNames(full)
  const fits = fit(names)
  const rest = shown.slice(fits)
  return (
    <span className={styles['whos']}>
      {shown.slice(0, fits).map((one, index) => (
        <span key={one.key} className={styles['who']}>
          {one.person === undefined ? (
            <bdi className={styles['name']}>{one.name}</bdi>
          ) : (
            <PersonChip name={names[index] ?? one.name} look={lookOf(one.person)} size="1.5em" />
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
