import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { AppCodeLine } from '../fingerprint/AppCodeLine.tsx'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { CodeForm, EXAMPLE_CODE } from '../seats/CodeForm.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { HeldSeats } from '../seats/HeldSeats.tsx'
import { LanguagePicker } from '../ui/LanguagePicker.tsx'
import styles from './StartPage.module.css'

/** The beginning: a code to type, and small ways on for a coordinator and a board. */
export function StartPage() {
  const [, go] = useLocation()
  const join = async (code: string) => {
    const peek = await call('peekCode', { input: { code } })
    if (!peek.ok) return refusalText(peek.refusal.refusal)
    go('/code', { state: { code } })
    return undefined
  }

  return (
    <PhonePage
      title={m.start_title()}
      lead={m.start_scan_how()}
      start={<LanguagePicker />}
      strips={<SeatStrips practice={isPractice()} />}
    >
      <CodeForm
        label={m.start_code()}
        hint={m.start_code_example({ code: EXAMPLE_CODE })}
        className={styles['code']}
        button={{ kind: 'primary', size: 'large', children: m.start_join() }}
        send={join}
      />
      <HeldSeats />
      <nav className={styles['small']} aria-label={m.now_more()}>
        <Link href="/c">{m.start_coord()}</Link>
        <Link href="/bord">{m.start_board()}</Link>
      </nav>
      <AppCodeLine />
    </PhonePage>
  )
}
