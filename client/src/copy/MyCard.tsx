import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { LetterDisc, Plaatje } from '../ui/Plaatje.tsx'
import { CopyFallback, isSaid } from './CopyAgreement.tsx'
import styles from './CopyView.module.css'
import own from './MyCard.module.css'
import { CopyWhen } from './CopyWhen.tsx'
import { myPart, type MyAgreement } from './mine.ts'

interface MyCardProps {
  readonly plan: CanonicalPlan
  readonly people: readonly CopyPerson[]
  readonly me: CopyPerson
}

/** "Dit doe jij": what the plan asks of one person, before everything else. */
export function MyCard({ plan, people, me }: MyCardProps) {
  const { agreements, shared, watches } = myPart(plan, me.id)
  const look = lookOf(me)
  return (
    <section className={`${styles['card']} ${own['mine']}`}>
      <h2 className={own['mineTitle']}>
        {look === undefined ? (
          <LetterDisc name={me.name} size="2.2em" />
        ) : (
          <Plaatje picture={look.picture} colour={look.colour} size="2.2em" />
        )}
        <span>{m.s_you({ naam: me.name })}</span>
      </h2>
      {agreements.length === 0 && !watches ? <p>{m.cp_none_mine()}</p> : null}
      <ol className={own['mineList']}>
        {agreements.map((mine) => (
          <MyLine key={mine.agreement.id} mine={mine} people={people} />
        ))}
      </ol>
      {watches ? <p className={own['mineLine']}>{m.cp_you_watch()}</p> : null}
      {shared.length === 0 ? null : (
        <>
          <h3 className={own['mineShared']}>{m.cp_all_do()}</h3>
          <ol className={own['mineList']}>
            {shared.map((mine) => (
              <MyLine key={mine.agreement.id} mine={mine} people={people} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function MyLine({ mine, people }: { readonly mine: MyAgreement } & Pick<MyCardProps, 'people'>) {
  const { number, agreement, talks } = mine
  // Who only talks when it does not work out needs no time and place of it.
  const isOnlyTalk = talks && !mine.does
  return (
    <li className={own['mineLine']}>
      <span className={styles['number']}>{number}</span>
      <div className={styles['body']}>
        <bdi className={styles['words']}>{agreement.what}</bdi>
        {isSaid(agreement.when) && !isOnlyTalk ? (
          <span className={styles['small']}>
            <CopyWhen when={agreement.when} />
          </span>
        ) : null}
        {agreement.where === '' || isOnlyTalk ? null : (
          <bdi className={`${styles['small']} ${styles['words']}`}>{agreement.where}</bdi>
        )}
        {talks ? (
          <span className={own['fails']}>
            <b>{m.cp_fails()}</b> <CopyFallback fallback={agreement.fallback} people={people} />
          </span>
        ) : null}
      </div>
    </li>
  )
}
