import { setLater } from '@kringplan/shared/plan/planDoc'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { useWriters } from '../../plan/presence.ts'
import { useEnding } from '../../plan/useEnding.ts'
import { useDocStatus, useKnownSchema } from '../../plan/usePlan.ts'
import { useUnarrived } from '../../plan/unarrived.ts'
import { useUndoKeys } from '../../plan/useUndoKeys.ts'
import { whenWords } from '../../plan/whenWords.ts'
import { showWho } from '../../plan/whoNames.ts'
import { sayNames } from '../../i18n/lists.ts'
import { BackLink } from '../../seats/BackLink.tsx'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { caretRight } from '../../ui/icons/screenIcons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import rows from '../AgreementPage.module.css'
import { ConnectionStrip } from '../ConnectionStrip.tsx'
import { WritesHere } from '../WritesHere.tsx'
import { LargeEnding } from './LargeEnding.tsx'
import { MeetSheet, meetAsked, meetShort, meetWord } from './MeetSheet.tsx'
import { meetQuestions, readMeetPlace, useMeetSheet, type MeetQuestion } from './meetPaths.ts'

/**
 * "Wanneer komen wij weer samen?": when, where, who, and who watches over the plan, in the same live document as the
 * agreements; or that the circle chooses a day later. [TB26]
 */
export function MeetAgain({ home }: { readonly home: string }) {
  const { live, people, canWrite, undo } = useCircle()
  const { doc, awareness } = live
  const [location] = useLocation()
  const ending = useEnding(doc)
  const { loaded } = useDocStatus(live)
  const known = useKnownSchema(doc)
  const unarrived = useUnarrived(live)
  const writers = useWriters(awareness).filter(({ agreement }) => agreement === 'ending')
  const sheet = useMeetSheet(home)
  const question = readMeetPlace(location, home)
  useUndoKeys(undo)
  useRowFocus(question)
  const answers: Readonly<Record<MeetQuestion, string>> = {
    when: whenWords(ending),
    where: ending.where,
    who: sayNames(showWho(ending.who, people).map(({ name }) => name)),
    watcher: sayNames(showWho(ending.watcher, people).map(({ name }) => name)),
  }
  if (!loaded) return <Loading />
  const mayEdit = canWrite && known
  return (
    <PhonePage start={<BackLink href={home} />} title={m.p_again()} strips={<ConnectionStrip live={live} />}>
      {mayEdit ? (
        <ul className={rows['rows']}>
          {meetQuestions.map((asked) => {
            const isOpen = answers[asked] === ''
            const shown = asked === 'when' && isOpen && ending.later ? m.tb_later() : answers[asked]
            return (
              <li key={asked}>
                <button
                  type="button"
                  id={meetRowId(asked)}
                  className={[rows['row'], shown === '' ? rows['open'] : ''].join(' ')}
                  aria-label={
                    shown === '' ? meetAsked(asked) : m.q_change({ vraag: meetWord(asked), antwoord: shown })
                  }
                  onClick={() => sheet.open(asked)}
                >
                  <span className={rows['answer']}>
                    {shown === '' ? (
                      meetShort(asked)
                    ) : (
                      <>
                        <small className={rows['calendar']}>{meetWord(asked)}</small>
                        <span className={rows['text']}>
                          <bdi>{shown}</bdi>
                        </span>
                      </>
                    )}
                    <WritesHere writers={writers.filter(({ field }) => field === asked)} />
                  </span>
                  <Icon shape={caretRight} mirror className={rows['go']} />
                </button>
              </li>
            )
          })}
        </ul>
      ) : (
        <LargeEnding doc={doc} people={people} />
      )}
      {mayEdit ? (
        <Choice
          type="checkbox"
          checked={ending.later}
          onChange={(event) => {
            undo.stopCapturing()
            setLater(doc, event.currentTarget.checked)
          }}
        >
          {m.tb_later()}
        </Choice>
      ) : null}
      {mayEdit ? <output>{unarrived.any ? m.pp_only_here() : null}</output> : null}
      {question !== null && mayEdit ? (
        <MeetSheet key={question} question={question} ending={ending} onClose={sheet.close} />
      ) : null}
    </PhonePage>
  )
}

function meetRowId(question: MeetQuestion): string {
  return `weer-${question}`
}

/** A row gets the focus back when its sheet has gone. */
function useRowFocus(question: MeetQuestion | null): void {
  const before = useRef<MeetQuestion | null>(null)
  useEffect(() => {
    if (question === null && before.current !== null)
      document.getElementById(meetRowId(before.current))?.focus()
    before.current = question
  }, [question])
}
