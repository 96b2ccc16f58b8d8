import { Link } from 'wouter'
import { m } from '../../messages/compiled/messages.js'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { buttonClass } from '../../ui/Button.tsx'

/** "Nee, ik wil eerst iets zeggen." Nothing is sent and nothing is shown anywhere: speaking is done aloud. [SG22] */
export function SayPage({ home }: { readonly home: string }) {
  return (
    <PhonePage
      centred
      title={m.tp_say_title()}
      lead={`${m.tp_say_how()} ${m.tp_say_nobody()}`}
      actions={
        <>
          <Link href={`${home}/eens`} className={buttonClass('primary', 'large')}>
            {m.bd_to_plan()}
          </Link>
          <Link href={home} className={buttonClass('quiet')}>
            {m.pic_go()}
          </Link>
        </>
      }
    />
  )
}
