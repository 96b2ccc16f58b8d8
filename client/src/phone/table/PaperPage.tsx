import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import { files } from '@kringplan/shared/contract/routes'
import { useState } from 'react'
import type { RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { notSigned } from './notSigned.ts'
import { BackLink } from '../../seats/BackLink.tsx'
import { lookOf } from '../../seats/lookOf.ts'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { giveSignature } from '../../table/giveSignature.ts'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { ConfirmSheet } from '../../ui/Sheet.tsx'
import { Loading } from '../../ui/Loading.tsx'
import styles from './Agree.module.css'
import type { ShownPlan } from './shownPlan.ts'

interface PaperPageProps {
  readonly view: OpenView
  readonly home: string
  readonly shown: ShownPlan
}

/** Somebody signed in ink: a member ticks who. Who signed otherwise is told to nobody here. [SG26] */
export function PaperPage({ view, home, shown }: PaperPageProps) {
  const [asked, setAsked] = useState<Person | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<RefusalInfo | null>(null)
  const signers = view.people.filter(
    ({ role }) => role === 'member' || (role === 'professional' && !view.hasDoor),
  )
  const tick = async (person: Person) => {
    setAsked(null)
    const given = await giveSignature({
      view,
      shown: shown.hashNow(),
      personId: person.id,
      device: 'paper',
      mark: { way: 'paper' },
    })
    // Signed in another way before: it is in the plan all the same, and no more is told.
    const isThere = given.ok || given.refusal.field === 'personId'
    setDone(isThere ? person.name : null)
    setRefusal(given.ok || isThere ? null : given.refusal)
  }
  if (shown.state === 'comparing') return <Loading />
  return (
    <PhonePage start={<BackLink href={home} />} title={m.tp_p_title()}>
      <output>{done === null ? null : m.tp_p_done({ naam: done })}</output>
      {refusal === null ? null : <Notice kind="error">{notSigned(refusal)}</Notice>}
      {shown.state === 'differs' ? <Notice kind="error">{m.tp_differs()}</Notice> : null}
      <ul className={styles['people']}>
        {signers.map((person) => {
          const look = lookOf(person)
          return (
            <li key={person.id}>
              <button
                type="button"
                className={styles['withPicture']}
                disabled={shown.state !== 'same'}
                onClick={() => setAsked(person)}
              >
                {look === undefined ? (
                  <LetterDisc name={person.name} size="40px" />
                ) : (
                  <Plaatje picture={look.picture} colour={look.colour} size="40px" />
                )}
                <bdi>{person.name}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
      <a
        href={files.signaturePage(view.self.seat)}
        target="_blank"
        rel="noopener"
        className={buttonClass('quiet')}
      >
        {m.tb_paper()}
      </a>
      {asked === null ? null : (
        <ConfirmSheet
          title={m.tp_p_sure({ naam: asked.name })}
          confirm={m.tp_p_yes()}
          onConfirm={() => void tick(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{m.tp_version({ n: view.plan?.version?.number ?? 0 })}</p>
        </ConfirmSheet>
      )}
    </PhonePage>
  )
}
