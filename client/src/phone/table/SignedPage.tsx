import type { OpenView, SignedBy } from '@kringplan/shared/contract/seatView'
import type { SignatureMark as Mark } from '@kringplan/shared/plan/signature'
import { useEffect, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call, type RefusalInfo } from '../../api/call.ts'
import { readCopy } from '../../copy/copyStore.ts'
import { SignatureMark } from '../../copy/SignatureMark.tsx'
import { sayMoment } from '../../i18n/dates.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { BackLink } from '../../seats/BackLink.tsx'
import { may } from '../../seats/may.ts'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ConfirmSheet } from '../../ui/Sheet.tsx'
import styles from './Agree.module.css'
import { lenderOf } from './borrowed.ts'
import { GiveBack } from './GiveBack.tsx'
import { unbroken } from './unbroken.ts'
import { signedWords } from './wayWords.ts'

/** "Dank je wel. Jouw handtekening staat in het plan.", with the line that seals it, and the way to take it back. */
export function SignedPage({ view, home }: { readonly view: OpenView; readonly home: string }) {
  const mine = view.plan?.mine ?? null
  const wasSigned = useWasSigned(mine)
  const lender = lenderOf(view)
  const mark = useKeptMark(view)
  // Just signed and not told yet: the view comes by another way than the answer.
  if (mine === null) return wasSigned ? <Redirect to={home} replace /> : <Waiting home={home} />
  const version = view.plan?.version?.number ?? 0
  return (
    <PhonePage
      start={lender === null ? <BackLink href={home} /> : undefined}
      title={<span className={styles['long']}>{lender === null ? m.s_done() : m.tp_give_back()}</span>}
      lead={lender === null ? null : m.s_done()}
      actions={
        <>
          {lender !== null ? <GiveBack view={view} lender={lender} /> : null}
          {lender === null && view.self.role === 'member' ? (
            <Link href={`${home}/kopie`} className={buttonClass('primary', 'large')}>
              {m.tp_go_copy()}
            </Link>
          ) : null}
          {may(view, 'plan.unsign') ? <TakeBack view={view} /> : null}
        </>
      }
    >
      <div className={styles['review']}>
        {mark === null ? null : <SignatureMark mark={mark} />}
        <p>{m.tp_seal({ n: version, moment: sayMoment(mine.signedAt), hoe: signedWords(mine) })}</p>
        {view.plan?.version === null || view.plan === null ? null : (
          <p className={styles['small']}>{m.tb_code({ code: unbroken(view.plan.version.code) })}</p>
        )}
      </div>
    </PhonePage>
  )
}

function Waiting({ home }: { readonly home: string }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 4_000)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? <Redirect to={home} replace /> : <output className={styles['small']}>{m.st_sync()}</output>
}

function useWasSigned(mine: SignedBy | null): boolean {
  const [was, setWas] = useState(mine !== null)
  if (mine !== null && !was) setWas(true)
  return was
}

/** What was drawn, typed or placed, as it lies in the copy on this phone. */
function useKeptMark(view: OpenView): Mark | null {
  const { seat, personId } = view.self
  const signedAt = view.plan?.mine?.signedAt
  const [found, setFound] = useState<{ readonly at: string; readonly mark: Mark }>()
  useEffect(() => {
    if (signedAt === undefined) return
    let left = false
    const look = async () => {
      const answer = await call('copy', { params: { seat } })
      const file = answer.ok ? answer.value : (await readCopy(seat))?.file
      const mine = file?.signatures.find(({ person }) => person.id === personId)
      if (!left && mine !== undefined) setFound({ at: signedAt, mark: mine.mark })
    }
    void look()
    return () => {
      left = true
    }
  }, [seat, personId, signedAt])
  return found !== undefined && found.at === signedAt ? found.mark : null
}

/** Possible until the plan is ready, after one plain question. Nobody is told. */
function TakeBack({ view }: { readonly view: OpenView }) {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<RefusalInfo | null>(null)
  const { seat, personId } = view.self
  const take = async () => {
    setAsking(false)
    const input = { personId: personId ?? '', version: view.plan?.version?.number ?? 0 }
    const done = await call('unsign', { params: { seat }, input })
    setRefusal(done.ok ? null : done.refusal)
  }
  return (
    <>
      {refusal === null ? null : <Notice kind="error">{refusalText(refusal.refusal)}</Notice>}
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {m.tp_take_back()}
      </Button>
      {asking ? (
        <ConfirmSheet
          title={m.tp_take_back_sure()}
          confirm={m.tp_take_back_yes()}
          onConfirm={() => void take()}
          onClose={() => setAsking(false)}
        >
          <p>{m.tp_take_back_how()}</p>
        </ConfirmSheet>
      ) : null}
    </>
  )
}
