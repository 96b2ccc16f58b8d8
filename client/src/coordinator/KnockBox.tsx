import {
  KNOCK_EVERY_MS,
  knockKinds,
  type ClosedView,
  type KnockKind,
} from '@kringplan/shared/contract/seatView'
import { useEffect, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { sayTime } from '../i18n/dates.ts'
import { knockAnswerText, knockText } from '../knock/knockText.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './KnockBox.module.css'

/** Knocking, with one of five fixed messages; what the circle answered to the last one; when the next is possible. */
export function KnockBox({ view }: { readonly view: ClosedView }) {
  const [open, setOpen] = useState(false)
  // A call comes before a knock, and would stand behind the sheet.
  const isCalled = [view.call, ...view.ownCalls].some((one) => one?.answered === false)
  return (
    <div className={styles['knock']}>
      <LastKnock view={view} />
      <Button onClick={() => setOpen(true)}>{m.knock_title()}</Button>
      {open && !isCalled ? <KnockSheet seat={view.self.seat} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function LastKnock({ view: { knock } }: { readonly view: ClosedView }) {
  if (knock === null) return null
  const next = new Date(Date.parse(knock.at) + KNOCK_EVERY_MS)
  return (
    <output className={styles['last']}>
      <span>
        {m.kn_said({ tijd: sayTime(knock.at) })} <b dir="auto">{knockText(knock)}</b>
      </span>
      <span>
        {knock.answer === null
          ? m.kn_answer_none()
          : m.kn_answer({ antwoord: knockAnswerText(knock.answer) })}
      </span>
      <span>{m.kn_next({ tijd: sayTime(next) })}</span>
    </output>
  )
}

interface Listed {
  readonly id: string
  readonly name: string
}

function KnockSheet({ seat, onClose }: { readonly seat: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState<KnockKind | null>(null)
  const [personId, setPerson] = useState<string | null>(null)
  const [people, setPeople] = useState<readonly Listed[]>([])
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo>()
  useEffect(() => {
    const load = async () => {
      const names = await call('knockNames', { params: { seat } })
      if (names.ok) setPeople(names.value.people)
      else setRefused(names.refusal)
    }
    void load()
  }, [seat])
  const isNamed = kind === 'someoneLater'
  const isWhole = kind !== null && (!isNamed || personId !== null)
  const knock = async () => {
    if (kind === null || busy) return
    setBusy(true)
    const done = await call('knock', {
      params: { seat },
      input: { kind, personId: isNamed ? personId : null },
    })
    setBusy(false)
    if (done.ok) onClose()
    else setRefused(done.refusal)
  }
  return (
    <Sheet
      title={m.knock_title()}
      onClose={onClose}
      actions={
        isWhole ? (
          <Button kind="primary" size="large" disabled={busy} onClick={() => void knock()}>
            {m.kn_do()}
          </Button>
        ) : undefined
      }
    >
      <ChoiceGroup label={m.knock_title()} labelHidden>
        {knockKinds.map((one) => (
          <Choice key={one} type="radio" name="knock" checked={kind === one} onChange={() => setKind(one)}>
            {one === 'someoneLater' ? m.kn_late_choose() : knockText({ kind: one, name: null })}
          </Choice>
        ))}
      </ChoiceGroup>
      {isNamed ? (
        <ChoiceGroup label={m.kn_who()}>
          {people.map(({ id, name }) => (
            <Choice key={id} type="radio" name="who" checked={personId === id} onChange={() => setPerson(id)}>
              <bdi>{name}</bdi>
            </Choice>
          ))}
        </ChoiceGroup>
      ) : null}
      {refused === undefined ? null : <p role="alert">{whyNot(refused)}</p>}
    </Sheet>
  )
}

function whyNot({ refusal, from }: RefusalInfo): string {
  return refusal === 'tooMany' && from !== undefined
    ? m.kn_next({ tijd: sayTime(from) })
    : refusalText(refusal)
}
