import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { screen } from '../ui/icons/coordinatorIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './Door.module.css'

/** Whose devices are inside, by name: everybody's, also a person's second. */
export function InsideList({ inside }: { readonly inside: readonly InsideDevice[] }) {
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
          </li>
        )
      })}
    </ul>
  )
}
