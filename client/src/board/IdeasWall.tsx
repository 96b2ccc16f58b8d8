import type { Agreement } from '@kringplan/shared/plan/agreement'
import { isPlanFull } from '@kringplan/shared/plan/limits'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import type { Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import styles from './BoardPlan.module.css'
import type { Wall } from './boardState.ts'
import { IdeaForm } from './IdeaForm.tsx'
import { IdeaNote } from './IdeaNote.tsx'
import { IdeasBar, WallHints } from './IdeasBar.tsx'
import wall from './IdeasWall.module.css'
import { PlanFooter } from './PlanFooter.tsx'
import { useIdeasWall } from './useIdeasWall.ts'

export interface IdeasWallProps {
  readonly circle: Circle
  readonly agreements: readonly Agreement[]
  readonly singleKeys: boolean
  /** A new idea is being written. */
  readonly writing: boolean
  readonly notice: string
  readonly onWall: (wall: Wall) => void
  /** Shows an agreement of the plan. */
  readonly onOpen: (agreement: string) => void
  /** An agreement was made here: goes on to its next question. */
  readonly onMade: (agreement: string) => void
  readonly onCall: () => void
  readonly onHelp: () => void
}

/** B4, the ideas wall: nine to a page, driven by keys, by mouse or by touch. Nothing on it is weighed or voted on. */
export function IdeasWall(props: IdeasWallProps) {
  const { circle, writing, singleKeys, agreements, onWall } = props
  const screen = useIdeasWall(props)
  return (
    <>
      <IdeasBar
        circle={circle}
        ideas={screen.total}
        agreements={agreements.length}
        page={screen.page}
        pages={writing ? 1 : screen.pages}
        notice={isPlanFull(agreements) ? m.plan_full({ n: MAX_AGREEMENTS }) : props.notice}
        onPage={screen.turn}
        onNew={screen.write}
        onPlan={() => onWall('off')}
      />
      <output className={styles['offer']}>
        {screen.removed === null ? null : (
          <span className={styles['removed']}>
            {m.idea_away()}
            <Button onClick={screen.restore}>{m.a_restore()}</Button>
          </span>
        )}
      </output>
      <main className={styles['main']}>
        {writing ? (
          <IdeaForm circle={circle} onLeave={() => onWall('wall')} onPut={screen.put} />
        ) : screen.total === 0 ? (
          <button
            type="button"
            className={styles['emptyPlan']}
            disabled={!circle.canWrite}
            onClick={screen.write}
          >
            {m.idea_empty()}
          </button>
        ) : (
          <ul className={wall['wall']} aria-label={m.idea_list()}>
            {screen.shown.map((idea) => (
              <IdeaNote
                key={idea.id}
                idea={idea}
                person={circle.people.find((one) => one.id === idea.by)}
                isInPlan={screen.isInPlan(idea)}
                selected={idea.id === screen.selected}
                reachable={idea.id === screen.reachable}
                canWrite={circle.canWrite}
                onSelect={() => screen.select(idea.id)}
                onMake={() => screen.make(idea)}
                onTake={() => screen.take(idea)}
              />
            ))}
          </ul>
        )}
      </main>
      <PlanFooter
        circle={circle}
        onCall={props.onCall}
        onHelp={props.onHelp}
        hints={writing ? undefined : <WallHints singleKeys={singleKeys} canWrite={circle.canWrite} />}
      />
    </>
  )
}
