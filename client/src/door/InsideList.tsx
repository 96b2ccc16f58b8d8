import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { screen } from '../ui/icons/screenIcons.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './Door.module.css'
import { sayDevice } from './sayDevice.ts'

export interface InsideListProps {
  readonly inside: readonly InsideDevice[]
  /** The ids of those that are not there now; given where that is asked. */
  readonly away?: readonly string[]
  /** Asks to take a device out; given where that can be done. */
  readonly onOut?: ((device: InsideDevice) => void) | undefined
}

/** Whose devices are inside, by name: everybody's, also a person's second. */
export function InsideList({ inside, away = [], onOut }: InsideListProps) {
  const { people, me } = useCircle()
  const seen = new Set<string>()
  return (
    <ul className={styles['inside']}>
      {inside.map((device) => {
        const person = people.find((one) => one.id === device.personId)
        const owner = device.personId ?? device.name
        const second = device.kind === 'phone' && seen.has(owner)
        seen.add(owner)
        return (
          <li key={device.id} className={styles['device']}>
            {device.kind === 'board' ? (
              <>
                <Icon shape={screen} />
                {m.inside_board()}
              </>
            ) : (
              <>
                <PersonChip
                  name={second ? m.inside_second({ naam: device.name }) : device.name}
                  look={person === undefined ? undefined : lookOf(person)}
                />
                {device.id === me.seat ? <small>{m.inside_you()}</small> : null}
              </>
            )}
            {away.includes(device.id) ? <small>{m.inside_away()}</small> : null}
            {onOut === undefined || device.id === me.seat ? null : (
              <Button
                kind="quiet"
                aria-label={m.out_label({ wat: sayDevice(device) })}
                onClick={() => onOut(device)}
              >
                {m.out_btn()}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
