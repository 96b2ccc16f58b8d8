import { doorOf, findModel } from '@kringplan/shared/models/catalogue'
import { lookAt } from '@kringplan/shared/conference/palette'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../api/call.ts'
import { sayMoment } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { deskPath, homeOf } from '../routes.ts'
import { isPractice, SeatStrips } from '../seats/SeatStrips.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CircleAside } from './CircleAside.tsx'
import {
  addPerson,
  changePerson,
  draftSteps,
  isStepDone,
  moved,
  removePerson,
  toRequest,
  type ConferenceDraft,
  type DraftStep,
} from './conferenceDraft.ts'
import { dropDraft, keepDraft, readDraft } from './draftKeeper.ts'
import styles from './forms.module.css'
import { Layout } from './Layout.tsx'
import { toInstant } from './meetingTime.ts'
import { ModelStep } from './ModelStep.tsx'
import type { PersonRow } from './prepare/CircleTable.tsx'
import { PeopleEditor } from './prepare/PeopleEditor.tsx'
import { questionErrors, type QuestionErrors } from './questionErrors.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { TimeFields } from './TimeFields.tsx'

const titles: Readonly<Record<DraftStep, () => string>> = {
  model: () => m.k_model(),
  vraag: () => m.k_step_question(),
  kring: () => m.k_step_people(),
  tijd: () => m.k_step_time(),
}

/** A new conference in four steps. Nothing reaches the server before the last press. */
export function NewConference({ desk }: { readonly desk: string }) {
  const [, go] = useLocation()
  const [kept] = useState(() => readDraft(desk))
  const [draft, setDraft] = useState<ConferenceDraft>(kept.draft)
  const [step, setStep] = useState<DraftStep>(kept.step)
  const [errors, setErrors] = useState<DraftErrors>({})
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => keepDraft(desk, { draft, step }), [desk, draft, step])
  const change = (part: Partial<ConferenceDraft>) => {
    // What was said about it was about what stood there before.
    setErrors({})
    setDraft((now) => ({ ...now, ...part }))
  }
  const setPeople = (people: ConferenceDraft['people']) => {
    change({ people })
    return undefined
  }
  const move = (to: DraftStep) => {
    setErrors({})
    setStep(to)
  }

  const make = async () => {
    const open = draftSteps.find((each) => !isStepDone(draft, each))
    const request = toRequest(draft)
    if (request === undefined || open !== undefined) {
      setStep(open ?? step)
      setErrors(errorsOf(draft, open ?? step))
      return
    }
    setBusy(true)
    const made = await call('createConference', { params: { desk }, input: request })
    setBusy(false)
    if (!made.ok) {
      setErrors({ step: refusalText(made.refusal.refusal) })
      return
    }
    dropDraft(desk)
    rememberSeat({ seat: made.value.seat, role: 'coordinator', circle: draft.circle })
    go(homeOf('coordinator', made.value.seat), { replace: true })
  }
  const next = async () => {
    const following = draftSteps[draftSteps.indexOf(step) + 1]
    if (!isStepDone(draft, step)) setErrors(errorsOf(draft, step))
    else if (following === undefined) await make()
    else move(following)
  }

  const rows = previewRows(draft)
  const model = findModel(draft.model ?? '')
  const hasDoor = model === undefined || doorOf(model, draft.door)
  const isInCircle = (person: Pick<PersonRow, 'role'>) => person.role === 'member' || !hasDoor
  return (
    <Layout
      key={step}
      title={titles[step]()}
      lead={step === 'kring' ? m.k_people() : null}
      strips={<SeatStrips practice={isPractice()} />}
      current={step}
      onStep={(id) => {
        const to = draftSteps.find((each) => each === id)
        if (to !== undefined) move(to)
      }}
      steps={draftSteps.map((id) => {
        const done = isStepDone(draft, id) && (id !== 'tijd' || draft.date !== '')
        const mark = done ? ('done' as const) : ('open' as const)
        return { id, title: titles[id](), mark, note: done ? m.ui_done() : m.ui_todo() }
      })}
      foot={<DraftFoot draft={draft} desk={desk} />}
      aside={
        <CircleAside
          people={rows}
          question={draft.question}
          isInCircle={isInCircle}
          hasDoor={model !== undefined && hasDoor}
          onAdd={() => {
            move('kring')
            setOpen('nieuw')
          }}
        />
      }
    >
      <form
        id="step"
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void next()
        }}
      >
        {step === 'model' ? <ModelStep draft={draft} onChange={change} /> : null}
        {step === 'vraag' ? <QuestionFields {...draft} errors={errors} onChange={change} /> : null}
        {step === 'tijd' ? (
          <TimeFields
            date={draft.date}
            time={draft.time}
            place={draft.place}
            errors={errors.time === undefined ? {} : { date: errors.time }}
            onChange={change}
          />
        ) : null}
      </form>
      {step === 'kring' ? (
        <PeopleEditor
          keep={`${desk}.nieuw`}
          people={rows}
          isInCircle={isInCircle}
          canEdit
          status=""
          open={open}
          onOpen={setOpen}
          onInvitation={({ id }, invitation) =>
            setPeople(draft.people.map((each) => (each.id === id ? { ...each, invitation } : each)))
          }
          onMove={(id, by) => setPeople(moved(draft.people, id, by))}
          onAdd={(person) => setPeople(addPerson(draft.people, person))}
          onEdit={(id, person) => setPeople(changePerson(draft.people, id, person))}
          onRemove={(id) => setPeople(removePerson(draft.people, id))}
        />
      ) : null}
      {errors.step === undefined ? null : <Notice kind="error">{errors.step}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" form="step" kind={step === 'kring' ? 'secondary' : 'primary'} disabled={busy}>
          {step === 'tijd' ? m.k_make() : m.ui_next()}
        </Button>
      </div>
    </Layout>
  )
}

function DraftFoot({ draft, desk }: { readonly draft: ConferenceDraft; readonly desk: string }) {
  const instant = toInstant(draft)
  return (
    <>
      {instant === undefined ? null : <b>{sayMoment(instant)}</b>}
      {draft.place === '' ? null : <bdi>{draft.place}</bdi>}
      <p>
        <Link href={deskPath(desk)}>{m.k_home()}</Link>
      </p>
    </>
  )
}

interface DraftErrors extends QuestionErrors {
  readonly time?: string
  /** For a step that has no field of its own to say it under. */
  readonly step?: string
}

function errorsOf(draft: ConferenceDraft, step: DraftStep): DraftErrors {
  switch (step) {
    case 'model':
      return { step: m.err_choose() }
    case 'vraag':
      return questionErrors(draft)
    case 'kring':
      return { step: m.err_people_empty() }
    case 'tijd':
      return { time: draft.date === '' ? m.err_date_empty() : m.err_time_empty() }
  }
}

/** The rows with the look that each person in the circle will get unless they choose another. */
function previewRows(draft: ConferenceDraft): readonly PersonRow[] {
  let members = 0
  return draft.people.map((person) =>
    person.role === 'member' ? { ...person, look: lookAt(members++) } : person,
  )
}
