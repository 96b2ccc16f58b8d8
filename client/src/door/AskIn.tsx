import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { holdKnock } from '../sealed/knockSocket.ts'
import { browserEnv } from '../sealed/sealedEnv.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { makeWordsKnock, type DoorStep } from '../sealed/words.ts'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Door.module.css'
import { tellInside } from './tellInside.ts'
import type { HeldKey } from './heldKeys.ts'
import { sealedUrl } from './openDraft.ts'
import { sayWords } from './spokenWords.ts'

export interface AskInProps {
  readonly view: ClosedView
  readonly home: string
  readonly enter: (key: HeldKey) => void
}

/** Asking from outside to come in, without a card: four words that both hear, and a yes on both sides. */
export function AskIn(props: AskInProps) {
  const [round, setRound] = useState(0)
  return <Asking key={round} {...props} onAgain={() => setRound(round + 1)} />
}

function Asking({ view, home, enter, onAgain }: AskInProps & { readonly onAgain: () => void }) {
  const step = useKnock(view, onAgain)
  const [heard, setHeard] = useState<'not yet' | 'same' | 'other'>('not yet')
  const [, go] = useLocation()
  const isIn = step.at === 'admitted' && heard === 'same'
  useEffect(() => {
    if (!isIn) return
    const { key, epoch, floor } = step.admission
    const held = { secret: { room: view.room, epoch, key }, floor }
    enter(held)
    void tellInside(view.self.seat, held)
    go(home, { replace: true })
  }, [isIn, step, enter, view.room, view.self.seat, go, home])
  const words = useLastWords(step)
  const start = <BackLink href={home} />
  if (heard === 'other') {
    return (
      <PhonePage
        key="other"
        centred
        title={m.wd_other()}
        start={start}
        actions={
          <Button kind="primary" size="large" onClick={onAgain}>
            {m.wd_ask_btn()}
          </Button>
        }
      >
        <Notice kind="error">{m.wd_not()}</Notice>
      </PhonePage>
    )
  }
  if (words === null || heard === 'same') {
    return (
      <PhonePage
        key={heard}
        centred
        title={heard === 'same' ? m.wd_soon() : m.wd_waiting()}
        lead={heard === 'same' ? undefined : m.wd_waiting_how()}
        // Who opened may have gone away, or said no.
        actions={
          heard === 'same' ? (
            <Button size="large" onClick={onAgain}>
              {m.wd_ask_btn()}
            </Button>
          ) : undefined
        }
        start={
          <>
            {start}
            <DoorRing closed />
          </>
        }
      />
    )
  }
  return (
    <PhonePage
      key="words"
      centred
      title={m.wd_read()}
      start={start}
      actions={
        <>
          <Button kind="primary" size="large" onClick={() => setHeard('same')}>
            {m.wd_same()}
          </Button>
          <Button size="large" onClick={() => setHeard('other')}>
            {m.wd_other()}
          </Button>
        </>
      }
    >
      <SpokenWords words={words} />
      <p className={styles['centre']}>{m.wd_compare()}</p>
      <p className={styles['centre']}>{m.wd_far()}</p>
    </PhonePage>
  )
}

/** The four words, large. */
export function SpokenWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={styles['spoken']}>
      {/* The same word may come twice, and they never change places. */}
      {words.map((word, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={place}>{word}</li>
      ))}
    </ol>
  )
}

/** The words stay on the screen while the yes of the other side comes in. */
function useLastWords(step: DoorStep): readonly string[] | null {
  const [last, setLast] = useState<readonly string[] | null>(null)
  if (step.at === 'words' && last === null) setLast(sayWords(step.numbers, step.locale))
  return last
}

/** So often a phone says that it still stands there: for who came inside meanwhile, and so that it goes when it goes. */
const sayAgainMs = 20_000
/** Who opened tells the words at once; a page that was loaded anew has forgotten them. */
const wordsWithinMs = 15_000

/** Knocks for as long as the page is there. `onLost`: who opened has gone, so that it takes another asking. */
function useKnock(view: ClosedView, onLost: () => void): DoorStep {
  const { room } = view
  const { seat, name, personId } = view.self
  const [step, setStep] = useState<DoorStep>({ at: 'asking' })
  const who = useRef({ name, participantId: personId, seatId: seat })
  const lost = useRef(onLost)
  useEffect(() => {
    lost.current = onLost
  })
  useEffect(() => {
    let patience: ReturnType<typeof setTimeout> | undefined
    const knock = makeWordsKnock(room, who.current, secureRandom)
    const hear = async (bytes: Uint8Array) => {
      if (!(await knock.receive(bytes))) return
      setStep(knock.step())
      if (knock.step().at !== 'admitted') held.say(knock.bytes())
      clearTimeout(patience)
      if (knock.step().at === 'asking') patience = setTimeout(() => lost.current(), wordsWithinMs)
    }
    const held = holdKnock(
      browserEnv(),
      sealedUrl(seat, room),
      { knockId: knock.knockId, bytes: knock.bytes() },
      { onAnswer: (bytes) => void hear(bytes), onStatus: () => {} },
    )
    const again = setInterval(() => {
      if (knock.step().at !== 'admitted') held.say(knock.bytes())
    }, sayAgainMs)
    return () => {
      clearInterval(again)
      clearTimeout(patience)
      held.stop()
    }
  }, [room, seat])
  return step
}
