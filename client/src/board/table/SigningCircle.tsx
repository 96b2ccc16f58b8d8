import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import type { OwnVersion } from '../../table/compareVersion.ts'
import { Button } from '../../ui/Button.tsx'
import { check } from '../../ui/icons/icons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { question } from '../../ui/icons/screenIcons.ts'
import { Notice } from '../../ui/Notice.tsx'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { signersOf } from './signers.ts'
import styles from './Signing.module.css'
import {
  MOST_ROUND,
  roundHeight,
  roundMiddle,
  roundPlaces,
  roundWidth,
  type RoundPlace,
} from './signingPlaces.ts'
import type { SigningPlace } from './signingState.ts'
import { useArrowFocus } from './useArrowFocus.ts'

export interface SigningCircleProps {
  readonly view: OpenView
  readonly own: OwnVersion
  /** What was just done here, in a sentence. */
  readonly said: string
  readonly onGo: (place: SigningPlace) => void
  readonly onHelp: () => void
  readonly strips: ReactNode
}

/** The circle round the code of the plan. A check says who has signed; nobody is counted, and nobody is asked. */
export function SigningCircle({ view, own, said, onGo, onHelp, strips }: SigningCircleProps) {
  const round = useRef<HTMLUListElement>(null)
  useArrowFocus(round)
  const people = signersOf(view)
  const signed = new Set(view.plan?.signed?.map(({ personId }) => personId))
  const isRound = people.length <= MOST_ROUND
  const places = isRound ? roundPlaces(people.length) : []
  return (
    <div className={styles['signing']}>
      <div>{strips}</div>
      <main className={styles['main']} data-round={isRound || undefined}>
        {isRound ? <RoundLine /> : null}
        <ul
          ref={round}
          className={isRound ? styles['round'] : styles['list']}
          data-many={people.length > MANY || undefined}
          aria-label={m.board_seats()}
        >
          {people.map((person, index) => (
            <li key={person.id} style={placeStyle(places[index])}>
              <PersonButton
                person={person}
                hasSigned={signed.has(person.id)}
                onPress={() => onGo({ at: 'person', id: person.id })}
              />
            </li>
          ))}
        </ul>
        <Middle view={view} own={own} said={said} />
      </main>
      <footer className={styles['foot']}>
        <Button shortcut="L" onClick={() => onGo({ at: 'read', index: 0 })}>
          {m.bt_read_look()}
        </Button>
        <Button shortcut="O" onClick={() => onGo({ at: 'paper' })}>
          {m.s_paper()}
        </Button>
        <span className={styles['gap']} />
        <button type="button" className={styles['help']} onClick={onHelp} aria-label={m.keys_open()}>
          <Icon shape={question} />
        </button>
        <Button shortcut="T" onClick={() => onGo({ at: 'table' })}>
          {m.tb_table()}
        </Button>
        <Button kind="primary" shortcut="K" onClick={() => onGo({ at: 'finish' })}>
          {m.tb_finish()}
        </Button>
      </footer>
    </div>
  )
}

/** More people than this stand closer in the list. */
const MANY = 36

/** The circle itself, behind the people. */
function RoundLine() {
  return (
    <svg className={styles['line']} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <ellipse cx="50" cy={roundMiddle} rx={roundWidth} ry={roundHeight} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

interface PersonButtonProps {
  readonly person: Person
  readonly hasSigned: boolean
  readonly onPress: () => void
}

function PersonButton({ person, hasSigned, onPress }: PersonButtonProps) {
  const look = lookOf(person)
  return (
    <button type="button" className={styles['person']} data-signed={hasSigned || undefined} onClick={onPress}>
      <span className={styles['disc']}>
        {look === undefined ? (
          <LetterDisc name={person.name} size="var(--disc)" />
        ) : (
          <Plaatje picture={look.picture} colour={look.colour} size="var(--disc)" />
        )}
        {hasSigned ? (
          <span className={styles['check']}>
            <Icon shape={check} />
          </span>
        ) : null}
      </span>
      <bdi className={styles['name']} aria-hidden="true">
        {person.name}
      </bdi>
      <Spoken>{capital((hasSigned ? m.bt_signed_by : m.bt_signs_here)({ naam: person.name }))}</Spoken>
    </button>
  )
}

/** What is being signed: its code, large, and what the code is for. */
function Middle({ view, own, said }: Pick<SigningCircleProps, 'view' | 'own' | 'said'>) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const version = view.plan?.version ?? null
  return (
    <div className={styles['middle']}>
      <h1 ref={heading} tabIndex={-1} className={styles['title']}>
        {m.bt_sign_title()}
      </h1>
      {version === null ? null : (
        <>
          <p className={styles['code']} dir="ltr">
            {version.code}
          </p>
          <p className={styles['version']}>{m.bt_version({ n: version.number })}</p>
          <p className={styles['why']}>{m.bt_code_why()}</p>
        </>
      )}
      {own === 'differs' ? (
        <Notice
          kind="error"
          title={m.bt_differs()}
          action={<Button onClick={() => location.reload()}>{m.bt_reload()}</Button>}
        >
          {m.bt_differs_how()}
        </Notice>
      ) : (
        <p className={styles['now']}>
          <output>{own === 'comparing' ? m.bt_comparing() : said === '' ? m.bt_sign_here() : said}</output>
        </p>
      )}
    </div>
  )
}

function placeStyle(place: RoundPlace | undefined): CSSProperties {
  if (place === undefined) return {}
  return { insetInlineStart: `${place.x.toFixed(2)}%`, insetBlockStart: `${place.y.toFixed(2)}%` }
}
