import { addIdea, makeAgreementOf, removeIdea, type Idea } from '@kringplan/shared/plan/ideas'
import { isPlanFull } from '@kringplan/shared/plan/limits'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { privateIdeasOf, useIdeas, usePrivateIdeas } from '../ideas/useIdeas.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { useUnarrived } from '../plan/unarrived.ts'
import { useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { eyeSlash } from '../ui/icons/editIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { IdeaCard } from './IdeaCard.tsx'
import { ideaPath } from './ideaPaths.ts'
import styles from './PhoneIdeas.module.css'
import page from './PhonePlan.module.css'
import { planPath } from './planPaths.ts'
import { PlanTop } from './PlanTop.tsx'

/** The wall as a list: first what only this person sees, then what everybody sees. */
export function IdeaList({ home, canWrite }: { readonly home: string; readonly canWrite: boolean }) {
  const circle = useCircle()
  const { live, me, undo } = circle
  const [, go] = useLocation()
  const ideas = useIdeas(live.doc)
  const mine = privateIdeasOf(circle)
  const waiting = usePrivateIdeas(circle).ideas
  const agreements = useAgreements(live.doc)
  const status = useDocStatus(live)
  const unarrived = useUnarrived(live)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const put = (id: string, text: string) => addIdea(live.doc, { id, text, by: me.personId, name: me.name })
  const takeBack = (idea: Idea) => {
    const gone = removeIdea(live.doc, idea.id, me.personId)
    if (gone === undefined) return
    mine.write(gone.id, gone.text)
    // Its button has gone with it.
    heading.current?.focus()
    announce(m.idea_backed())
  }
  const make = (idea: Idea) => {
    undo.stopCapturing()
    const id = makeAgreementOf(live.doc, idea.id, newId)
    if (id === undefined) return
    go(planPath(home, id))
    go(planPath(home, id, 'who'), { state: { sheet: true } })
  }
  return (
    <div className={page['page']}>
      <PlanTop back={home} words={m.ui_back()} />
      <main className={page['main']}>
        <div className={styles['head']}>
          <h1 ref={heading} tabIndex={-1} className={page['title']}>
            {m.idea_title()}
          </h1>
          <ReadAloud round text={() => ideas.map((idea) => `${idea.text}. ${idea.name}`).join('. ')} />
        </div>
        <p className={styles['gone']}>{m.idea_gone()}</p>
        <ConnectionStrip live={live} />
        {canWrite && isPlanFull(agreements) ? <Notice>{m.plan_full({ n: MAX_AGREEMENTS })}</Notice> : null}
        {circle.canWrite ? null : <Notice>{m.pp_read_only()}</Notice>}
        {waiting.length === 0 || !circle.canWrite ? null : (
          <section className={styles['mine']} aria-label={m.idea_private()}>
            <h2 className={styles['private']}>
              <Icon shape={eyeSlash} />
              {m.idea_private()}
            </h2>
            <ul className={page['list']}>
              {waiting.map(({ id, text }) => (
                <li key={id} className={styles['card']}>
                  <Link href={ideaPath(home, 'nieuw', id)} className={styles['text']}>
                    <bdi>{text}</bdi>
                  </Link>
                  <div className={styles['acts']}>
                    <Button kind="primary" disabled={!canWrite} onClick={() => put(id, text)}>
                      {m.idea_put()}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        {status.loaded || ideas.length > 0 ? null : status.link === 'connecting' ? <Loading /> : null}
        {status.loaded && ideas.length === 0 ? <p className={page['empty']}>{m.idea_empty()}</p> : null}
        <ul className={page['list']} aria-label={m.idea_list()}>
          {ideas.map((idea) => {
            const agreement = agreements.find((one) => one.id === idea.agreement)
            return (
              <IdeaCard
                key={idea.id}
                idea={idea}
                person={circle.people.find((one) => one.id === idea.by)}
                agreementPath={agreement === undefined ? null : planPath(home, agreement.id)}
                onMake={canWrite && !isPlanFull(agreements) ? () => make(idea) : undefined}
                onTakeBack={canWrite && idea.by === me.personId ? () => takeBack(idea) : undefined}
              />
            )
          })}
        </ul>
        {status.loaded && circle.canWrite && ideas.length > 0 ? (
          <output className={page['state']}>{unarrived.any ? m.pp_only_here() : m.pp_all_here()}</output>
        ) : null}
      </main>
      <div className={styles['bar']}>
        <Link href={planPath(home)} className={buttonClass()}>
          {m.plan_title()}
        </Link>
        {circle.canWrite ? (
          <Link href={ideaPath(home, 'nieuw')} className={buttonClass('primary', 'large')}>
            <Icon shape={plus} />
            {m.idea_new()}
          </Link>
        ) : null}
      </div>
    </div>
  )
}
