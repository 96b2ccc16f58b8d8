import { useState } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Notice } from '../ui/Notice.tsx'
import { CodeForm } from './CodeForm.tsx'
import styles from './PairBoard.module.css'

/** "Typ de code van het bord": makes the browser that shows this code the board of the conference. */
export function PairBoard({ seat, large = false }: { readonly seat: string; readonly large?: boolean }) {
  const [done, setDone] = useState(false)

  const pair = async (code: string) => {
    setDone(false)
    const paired = await call('pairBoard', { params: { seat }, input: { code } })
    setDone(paired.ok)
    if (paired.ok) return undefined
    const { refusal } = paired.refusal
    return refusal === 'unknownCode' ? m.board_pair_unknown() : refusalText(refusal)
  }

  return (
    <div className={styles['pair']}>
      <CodeForm
        label={m.board_pair_ask()}
        hint={m.board_pair_where({ adres: `${location.host}/bord` })}
        className={styles['form']}
        button={{
          kind: large ? 'primary' : 'secondary',
          size: large ? 'large' : 'normal',
          children: m.board_pair_do(),
        }}
        send={pair}
      />
      {done ? <Notice>{m.board_pair_done()}</Notice> : null}
    </div>
  )
}
