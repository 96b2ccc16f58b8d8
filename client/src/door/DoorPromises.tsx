import type { OpenView } from '@kringplan/shared/contract/seatView'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import { eyeSlash } from '../ui/icons/editIcons.ts'
import { usersThree } from '../ui/icons/planIcons.ts'
import styles from './Door.module.css'

/** What it means that the door is closed: three promises. */
export function DoorPromises({ view }: { readonly view: OpenView }) {
  const outside = [...view.coordinators, ...view.professionals]
  const coord = sayNames(view.coordinators)
  return (
    <ul className={styles['promises']}>
      <li>
        <Icon shape={usersThree} />
        <span>{m.door_p1()}</span>
      </li>
      {outside.length === 0 ? null : (
        <li>
          <Icon shape={eyeSlash} />
          <span>{m.door_p2({ n: outside.length, namen: sayNames(outside) })}</span>
        </li>
      )}
      {coord === '' ? null : (
        <li>
          <Icon shape={handWaving} />
          <span>{m.door_p3({ coord })}</span>
        </li>
      )}
    </ul>
  )
}
