import { openQuestions, type Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { memo } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { ringParts } from '../plan/ringParts.ts'
import { whenWords } from '../plan/whenWords.ts'
import { showWho } from '../plan/whoNames.ts'
import { clockAgain } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { LetterDisc, Plaatje } from '../ui/Plaatje.tsx'
import { Ring } from '../ui/Ring.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './AgreementCard.module.css'

export interface AgreementCardProps {
  readonly agreement: Agreement
  readonly number: number
  readonly href: string
  readonly people: readonly CirclePerson[]
  /** The name of somebody else who writes in it now. */
  readonly writer: string | undefined
  readonly unarrived: boolean
}

/** One agreement in the list. Drawn again only when something in it changed. */
export const AgreementCard = memo(function AgreementCard(props: AgreementCardProps) {
  const { agreement, number, href, people, writer, unarrived } = props
  // A memo is not drawn again by its parent: it listens for another language itself.
  useLocale()
  const open = openQuestions(agreement)
  const when = whenWords(agreement)
  return (
    <li>
      <Link href={href} className={styles['card']}>
        <Ring number={number} parts={ringParts(agreement)} size="52px" />
        <span className={styles['words']}>
          {agreement.what === '' ? (
            <b className={styles['openTitle']}>{m.q_wat()}</b>
          ) : (
            <b className={styles['title']}>
              <bdi>{agreement.what}</bdi>
            </b>
          )}
          {agreement.who.length > 0 || when !== '' ? (
            <span className={styles['line']}>
              {showWho(agreement.who, people).map(({ key, name, look }) =>
                look === undefined ? (
                  <bdi key={key} className={styles['name']}>
                    {name}
                  </bdi>
                ) : (
                  <span key={key}>
                    <Plaatje picture={look.picture} colour={look.colour} size="28px" />
                    <Spoken>{name}</Spoken>
                  </span>
                ),
              )}
              {when === '' ? null : <bdi className={styles['when']}>{when}</bdi>}
            </span>
          ) : null}
          {open.length > 0 ? <span className={styles['left']}>{m.a_left({ n: open.length })}</span> : null}
          {writer === undefined ? null : (
            <span className={styles['writer']}>
              <LetterDisc name={writer} size="1.5em" />
              {m.a_writes({ naam: writer })}
            </span>
          )}
          {unarrived ? (
            <span className={styles['waiting']}>
              <Icon shape={clockAgain} />
              {m.st_notyet()}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  )
})
