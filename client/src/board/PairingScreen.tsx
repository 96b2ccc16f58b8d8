import type { PairingView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'
import { Notice } from '../ui/Notice.tsx'
import { BoardLanguage } from './BoardLanguage.tsx'
import styles from './Moment.module.css'

/** B0: the code that somebody of the circle types on a phone. */
export function PairingScreen({ view }: { readonly view: PairingView }) {
  return (
    <main className={styles['rest']}>
      {view.practice ? (
        <Notice kind="practice" title={m.practice_title()}>
          {m.practice_body()}
        </Notice>
      ) : null}
      <h1 className={styles['moment']}>{m.board_pair()}</h1>
      <p className={styles['code']} dir="ltr">
        <span className={styles['spoken']}>{m.board_pair_code()} </span>
        {view.code}
      </p>
      <p className={styles['small']}>{m.bd_pair_who()}</p>
      <BoardLanguage seat={view.self.seat} />
    </main>
  )
}
