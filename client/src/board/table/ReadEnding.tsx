import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { Ending } from '@kringplan/shared/plan/planDoc'
import { m } from '../../messages/compiled/messages.js'
import { whenWords } from '../../plan/whenWords.ts'
import { showWho } from '../../plan/whoNames.ts'
import { calendar, mapPin, usersThree } from '../../ui/icons/planIcons.ts'
import { eye } from '../../ui/icons/signIcons.ts'
import { Answer, Line, People } from './ReadAgreement.tsx'
import styles from './Reading.module.css'

export interface ReadEndingProps {
  readonly ending: Ending
  readonly people: readonly CirclePerson[]
}

/** The last page that is read: when the circle meets again, and who watches over the plan. */
export function ReadEnding({ ending, people }: ReadEndingProps) {
  const when = whenWords(ending)
  return (
    <article className={styles['page']} data-reads="ending">
      <span className={styles['again']} aria-hidden="true" />
      <div className={styles['words']}>
        <h1 className={styles['what']}>{m.tb_again()}</h1>
        <dl className={styles['lines']}>
          <Line word={m.tb_when()} icon={calendar}>
            {when === '' && ending.later ? m.tb_later() : <Answer words={when} />}
          </Line>
          <Line word={m.tb_where()} icon={mapPin}>
            <Answer words={ending.where} />
          </Line>
          <Line word={m.bt_again_who()} icon={usersThree}>
            <People who={showWho(ending.who, people)} />
          </Line>
          <Line word={m.tb_watcher()} icon={eye}>
            <span className={styles['fails']}>{m.tb_watcher()}:</span>
            <People who={showWho(ending.watcher, people)} />
          </Line>
        </dl>
      </div>
    </article>
  )
}
