import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { trash } from '../ui/icons/editIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { usersThree } from '../ui/icons/planIcons.ts'
import styles from './Door.module.css'

/** What it means that the door opens. */
export function OpenPromises({ view }: { readonly view: ClosedView }) {
  const outside = [...view.coordinators, ...view.professionals]
  return (
    <ul className={styles['promises']}>
      <li>
        <Icon shape={usersThree} />
        <span>
          {outside.length === 0
            ? m.open_see_nobody()
            : m.open_see({ n: outside.length, namen: sayNames(outside) })}
        </span>
      </li>
      <li>
        <Icon shape={trash} />
        <span>{m.door_ideas()}</span>
      </li>
    </ul>
  )
}
