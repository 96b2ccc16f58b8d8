import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { Phase } from '@kringplan/shared/phase/phases'
import type { Ending } from '@kringplan/shared/plan/planDoc'
import { useRef, type ReactNode } from 'react'
import { useLocale } from '../../i18n/locale.ts'
import { m } from '../../messages/compiled/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { arrowRight } from '../../ui/icons/editIcons.ts'
import { arrowLeft } from '../../ui/icons/signIcons.ts'
import { Spoken } from '../../ui/Spoken.tsx'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import type { BoardAction } from '../keymap.ts'
import { useBoardKeys } from '../useBoardKeys.ts'
import { useTightness } from '../useFit.ts'
import { ReadAgreement } from './ReadAgreement.tsx'
import { ReadEnding } from './ReadEnding.tsx'
import styles from './Reading.module.css'

export interface ReadingPagesProps {
  readonly agreements: readonly Agreement[]
  readonly ending: Ending
  readonly people: readonly CirclePerson[]
  /** Counts the agreements; one past the last is the next meeting. */
  readonly index: number
  readonly onGo: (index: number) => void
  readonly onLeave: () => void
  /** Who reads, at the start of the top line. */
  readonly reader: ReactNode
  /** The door, or the name of the circle, at its end. */
  readonly door: ReactNode
  /** What is said at the table about the agreement of this page. */
  readonly said?: ReactNode
  /** All of that as text: the page is set anew when it changes. */
  readonly saidKey?: string
  readonly notice?: ReactNode
  readonly phase: Phase
  readonly singleKeys: boolean
  /** Keys that are not about turning the page. */
  readonly onKey: (action: BoardAction) => boolean
}

/** How many settings of letters the style sheet has, from large to very small: words are never cut. */
export const TIGHTEST = 8

/** B8: one agreement on the page, read aloud; at the end the next meeting. Turned by keys, by mouse or by touch. */
export function ReadingPages(props: ReadingPagesProps) {
  const { agreements, ending, people, index, onGo, onLeave, said, saidKey = '', phase, singleKeys } = props
  const next = useFirstFocus<HTMLButtonElement>()
  const box = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const locale = useLocale()
  const agreement = agreements[index]
  const shown = JSON.stringify([agreement ?? ending, people.map(({ name }) => name), saidKey, locale])
  const fit = useTightness(box, body, shown, TIGHTEST)
  const last = agreements.length
  const isLast = index >= last
  const forward = () => (isLast ? onLeave() : onGo(index + 1))
  const back = () => onGo(Math.max(0, index - 1))

  const on = () => onGo(Math.min(last, index + 1))
  const sideways = (isOn: boolean) => (isOn === (document.documentElement.dir !== 'rtl') ? on() : back())
  const turns: Partial<Record<BoardAction, () => void>> = {
    right: () => sideways(true),
    left: () => sideways(false),
    down: on,
    pageOn: on,
    up: back,
    pageBack: back,
    first: () => onGo(0),
    last: () => onGo(last),
    back: onLeave,
    read: onLeave,
    plan: onLeave,
  }
  const act = (action: BoardAction): boolean => {
    const turn = turns[action]
    turn?.()
    return turn !== undefined || props.onKey(action)
  }
  useBoardKeys(singleKeys, act, phase)

  return (
    <div className={styles['reading']}>
      <header className={styles['head']}>
        {props.reader}
        <div className={styles['door']}>{props.door}</div>
      </header>
      <main ref={box} className={styles['box']} data-fit={fit} aria-live="polite">
        <div ref={body} className={styles['body']}>
          {agreement === undefined ? (
            <ReadEnding ending={ending} people={people} />
          ) : (
            <ReadAgreement agreement={agreement} number={index + 1} people={people}>
              {said}
            </ReadAgreement>
          )}
        </div>
      </main>
      <footer className={styles['foot']}>
        {props.notice ?? <Place index={index} total={last} />}
        <div className={styles['turns']}>
          <button type="button" className={styles['turn']} disabled={index === 0} onClick={back}>
            <Icon shape={arrowLeft} mirror />
            {m.ui_back()}
          </button>
          <button type="button" className={styles['turn']} data-next="" ref={next} onClick={forward}>
            {isLast ? m.bt_read_done() : m.bt_next()}
            {isLast ? null : <Icon shape={arrowRight} mirror />}
          </button>
        </div>
      </footer>
    </div>
  )
}

/** More dots than this say nothing: then it is said in words only. */
const MOST_DOTS = 26

/** Where one is: read, now, still to come. The words are the same for who listens. */
function Place({ index, total }: { readonly index: number; readonly total: number }) {
  const words = index >= total ? m.tb_again() : m.bt_at({ n: index + 1, alle: total })
  if (total > MOST_DOTS) return <p className={styles['place']}>{words}</p>
  return (
    <p>
      <Spoken>{words}</Spoken>
      <span className={styles['dots']} aria-hidden="true">
        {Array.from({ length: total + 1 }, (_, dot) => (
          <span
            // The dots have no names of their own: a place in the row is all they are.
            // oxlint-disable-next-line react/no-array-index-key
            key={dot}
            className={styles['dot']}
            data-at={dot < index ? 'was' : dot === index ? 'now' : undefined}
            data-ending={dot === total || undefined}
          />
        ))}
      </span>
    </p>
  )
}
