import type { OpenView } from '@kringplan/shared/contract/seatView'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import { useState, type FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { RefusalInfo } from '../../api/call.ts'
import { MyCard } from '../../copy/MyCard.tsx'
import { m } from '../../messages/compiled/messages.js'
import { notSigned } from './notSigned.ts'
import { lookOf } from '../../seats/lookOf.ts'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { readVersion } from '../../table/frozenVersion.ts'
import { giveSignature } from '../../table/giveSignature.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { caretLeft } from '../../ui/icons/icons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import pageStyles from '../../seats/PhonePage.module.css'
import { AgreeTick } from './AgreeTick.tsx'
import styles from './Agree.module.css'
import { deviceOf, lenderOf } from './borrowed.ts'
import { Differs } from './Differs.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import { peopleOf, type ShownPlan } from './shownPlan.ts'
import { emptyMark, markOf, SignWays } from './SignWays.tsx'
import { unbroken } from './unbroken.ts'
import { WhatChanged } from './WhatChanged.tsx'

export interface AgreePageProps {
  readonly view: OpenView
  readonly home: string
  readonly shown: ShownPlan
}

/**
 * K13, "Ben jij het eens met dit plan?": what changed, what I do, the whole plan; then a tick, a signature, and a
 * look at it before it is given. Shows and signs only what this device itself has. Nobody is told how many others
 * have signed. [SG20]
 */
export function AgreePage({ view, home, shown }: AgreePageProps) {
  const { plan, state, version } = shown
  const me = peopleOf(view).find(({ id }) => id === view.self.personId)
  const facts = view.plan?.version ?? null
  const lender = lenderOf(view)
  if (facts === null || plan === null || me === undefined) return <Loading />
  const before = version === null || version.previous === null ? null : readVersion(version.previous)
  return (
    <PhonePage
      start={
        <Link href={`${home}/plan`} className={pageStyles['back']}>
          <Icon shape={caretLeft} mirror />
          {m.plan_title()}
        </Link>
      }
      title={m.s_ask()}
      lead={lender === null ? null : m.tp_of_phone({ naam: lender.name })}
    >
      {state === 'differs' ? (
        <Differs own={plan} theirs={version === null ? null : readVersion(version.text)} />
      ) : (
        <>
          {before === null ? null : <WhatChanged before={before} after={plan} />}
          <div className={styles['mine']}>
            <MyCard plan={plan} people={peopleOf(view)} me={me} />
          </div>
          <div>
            <Link href={`${home}/plan`} className={styles['whole']}>
              {m.tp_whole()}
            </Link>
            <p className={styles['small']}>
              {m.tp_version({ n: facts.number })} {m.tb_code({ code: unbroken(facts.code) })}
              {plan.log === undefined
                ? null
                : ` ${m.lg_on_plan({ n: plan.log.seq, code: unbroken(spokenCode(plan.log.head)) })}`}
            </p>
            <output className={styles['small']}>{state === 'same' ? m.tp_same() : m.tp_comparing()}</output>
          </div>
          {state === 'same' ? <SignForm key={facts.hash} view={view} home={home} shown={shown} /> : null}
        </>
      )}
    </PhonePage>
  )
}

/** The tick, the signature and the button. Starts empty with each version. */
function SignForm({ view, home, shown }: AgreePageProps) {
  const [, go] = useLocation()
  const [agreed, setAgreed] = useState(false)
  const [draft, setDraft] = useState(emptyMark)
  const [asked, setAsked] = useState(false)
  const [reviewing, setReviewing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalInfo | null>(null)
  const { personId, name } = view.self
  const person = view.people.find(({ id }) => id === personId)
  const look = person === undefined ? undefined : lookOf(person)
  const mark = markOf(draft, look)
  const version = view.plan?.version ?? null

  const review = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    setAsked(true)
    if (agreed && mark !== null) setReviewing(true)
  }
  const give = async () => {
    if (mark === null || personId === null) return
    setBusy(true)
    const given = await giveSignature({
      view,
      shown: shown.hashNow(),
      personId,
      device: deviceOf(view),
      mark,
    })
    setBusy(false)
    setReviewing(false)
    const isThere = !given.ok && given.refusal.refusal === 'stale' && given.refusal.field === 'personId'
    if (given.ok || isThere) go(`${home}/handtekening`)
    else setRefusal(given.refusal)
  }
  return (
    <>
      <form className={styles['form']} noValidate onSubmit={review}>
        <AgreeTick
          checked={agreed}
          onChange={setAgreed}
          error={asked && !agreed ? m.tp_need_tick() : undefined}
        />
        <SignWays
          draft={draft}
          onDraft={setDraft}
          look={look}
          name={name}
          error={
            asked && mark === null
              ? look === undefined
                ? m.tp_need_mark_two()
                : m.tp_need_mark()
              : undefined
          }
        />
        {refusal === null ? null : <Notice kind="error">{notSigned(refusal)}</Notice>}
        <Button type="submit" kind="primary" size="large">
          {m.s_sign()}
        </Button>
        <Link href={`${home}/zeg`} className={buttonClass('quiet')}>
          {m.s_no()}
        </Link>
      </form>
      {reviewing && mark !== null && version !== null ? (
        <ReviewSheet
          name={name}
          mark={mark}
          version={version}
          busy={busy}
          onYes={() => void give()}
          onClose={() => setReviewing(false)}
        />
      ) : null}
    </>
  )
}
