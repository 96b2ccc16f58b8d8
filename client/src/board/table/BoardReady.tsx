import { files } from '@kringplan/shared/contract/routes'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import { planOf, type PlanFile } from '@kringplan/shared/plan/planFile'
import { useState } from 'react'
import { useCall } from '../../api/useCall.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { whenWords } from '../../plan/whenWords.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { printer } from '../../ui/icons/coordinatorIcons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import type { BoardScreenProps } from '../BoardSeat.tsx'
import type { BoardAction } from '../keymap.ts'
import { RestCover } from '../RestCover.tsx'
import { useBoardKeys } from '../useBoardKeys.ts'
import { WaitingStrip } from '../WaitingStrip.tsx'
import { ReadyPeople } from './ReadyPeople.tsx'
import styles from './Ready.module.css'
import { Shares } from './Shares.tsx'
import moments from '../Moment.module.css'
import table from './Table.module.css'

export interface BoardReadyProps extends BoardScreenProps {
  readonly view: OpenView
}

/** B10: the plan is ready. Printed, handed on to whom the circle wants, and then wiped from this screen. */
export function BoardReady({ view, settings, onSettings, onWipe }: BoardReadyProps) {
  const { seat } = view.self
  const { answer, again } = useCall('copy', { params: { seat } })
  const [over, setOver] = useState<'none' | 'rest' | 'wipe'>('none')
  const acts: Partial<Record<BoardAction, () => boolean>> = {
    contrast: () => (onSettings({ ...settings, contrast: !settings.contrast }), true),
    rest: () => (setOver(over === 'rest' ? 'none' : 'rest'), true),
    back: () => (setOver('none'), true),
  }
  useBoardKeys(settings.singleKeys, (action) => acts[action]?.() ?? false, view.phase)

  if (over === 'rest') return <RestCover question={view.question} onLeave={() => setOver('none')} />
  if (over === 'wipe') return <AskWipe onYes={() => onWipe(seat)} onNo={() => setOver('none')} />
  return (
    <div className={styles['ready']}>
      <WaitingStrip view={view} />
      <main className={styles['main']}>
        <h1 className={styles['title']}>{m.bt_ready()}</h1>
        {answer === null ? (
          <Loading />
        ) : answer.ok ? (
          <NextTime file={answer.value} />
        ) : (
          <Notice kind="error" action={<Button onClick={again}>{m.st_again()}</Button>}>
            {refusalText(answer.refusal.refusal)}
          </Notice>
        )}
        <Shares view={view} />
      </main>
      <footer className={styles['foot']}>
        <a
          className={buttonClass('primary', 'moment')}
          href={files.planPdf(seat)}
          target="_blank"
          rel="noreferrer"
        >
          <Icon shape={printer} />
          {m.c_print()}
        </a>
        <Button size="moment" onClick={() => setOver('wipe')}>
          {m.c_wipe()}
        </Button>
      </footer>
    </div>
  )
}

/** When the circle meets again, who watches over the plan, and the code that every copy has. */
function NextTime({ file }: { readonly file: PlanFile }) {
  const { nextMeeting, watcher } = planOf(file)
  const { when, where, later } = nextMeeting
  const day = whenWords({ when: when.words, rule: when.rule })
  return (
    <dl className={styles['next']}>
      <div>
        <dt>{m.bt_ready_next()}</dt>
        <dd>
          <bdi dir="auto">{day === '' ? (later ? m.tb_later() : m.a_later()) : day}</bdi>
          {where === '' ? null : (
            <>
              {', '}
              <bdi dir="auto">{where}</bdi>
            </>
          )}
        </dd>
      </div>
      {watcher.length === 0 ? null : (
        <div>
          <dt>{m.bt_ready_watch()}</dt>
          <dd>
            <ReadyPeople who={watcher} file={file} />
          </dd>
        </div>
      )}
      <div>
        <dt>{m.cp_code()}</dt>
        <dd className={styles['code']} dir="ltr">
          {spokenCode(file.hash)}
        </dd>
      </div>
    </dl>
  )
}

function AskWipe({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  const first = useFirstFocus<HTMLButtonElement>()
  useEscape(onNo)
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>{m.bt_wipe_ask()}</h1>
      <ul className={table['lines']}>
        {[m.bt_wipe_1(), m.bt_wipe_2(), m.bt_wipe_3()].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={table['buttons']}>
        <Button kind="danger" size="moment" onClick={onYes}>
          {m.c_wipe()}
        </Button>
        <Button size="moment" ref={first} shortcut="Esc" onClick={onNo}>
          {m.bt_wait()}
        </Button>
      </div>
    </main>
  )
}
