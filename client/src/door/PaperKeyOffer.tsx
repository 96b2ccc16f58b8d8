import { useState } from 'react'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Door.module.css'
import { heldKey } from './heldKeys.ts'
import { storePaperKey } from './paperKeys.ts'
import { useDraft } from './SealedCircle.tsx'

export interface PaperKeyOfferProps {
  readonly onDone: () => void
  readonly onCard: () => void
}

type Step =
  | { readonly at: 'offer' }
  | { readonly at: 'busy' }
  | { readonly at: 'failed'; readonly why: string }
  | { readonly at: 'letters'; readonly letters: string }

/** While only this screen can open the draft: let a phone in, or write the key down for one person all trust. */
export function PaperKeyOffer({ onDone, onCard }: PaperKeyOfferProps) {
  const { view } = useDraft()
  const first = useFirstFocus<HTMLButtonElement>()
  const [step, setStep] = useState<Step>({ at: 'offer' })
  const make = async () => {
    const key = heldKey(view.self.seat, view.room)
    if (key === undefined) return
    setStep({ at: 'busy' })
    const made = await storePaperKey(view.self.seat, key)
    setStep(
      made.ok
        ? { at: 'letters', letters: made.letters }
        : { at: 'failed', why: refusalText(made.refusal.refusal) },
    )
  }
  if (step.at === 'letters') {
    return (
      <main className={styles['moment']}>
        <h1 className={styles['title']}>{m.paper_write()}</h1>
        <ol className={styles['letters']} dir="ltr">
          {step.letters.split(' ').map((group, index) => (
            // Two groups can be the same letters; their place is what tells them apart.
            <li key={`${index} ${group}`} aria-label={[...group].join(' ')}>
              {group}
            </li>
          ))}
        </ol>
        <p className={styles['lead']}>{m.paper_who()}</p>
        <div className={styles['buttons']}>
          <Button kind="primary" size="moment" onClick={onDone}>
            {m.paper_written()}
          </Button>
        </div>
      </main>
    )
  }
  return (
    <main className={styles['moment']}>
      <h1 className={styles['title']}>{m.inside_only()}</h1>
      <p className={styles['lead']}>{m.paper_why()}</p>
      <div className={styles['buttons']}>
        <Button ref={first} kind="primary" size="moment" onClick={onCard}>
          {m.card_again()}
        </Button>
        <Button size="moment" disabled={step.at === 'busy'} onClick={() => void make()}>
          {m.paper_make()}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {m.paper_none()}
        </Button>
      </div>
      <p className={styles['small']}>{m.paper_none_sure()}</p>
      {step.at === 'failed' ? <Notice kind="error">{step.why}</Notice> : null}
    </main>
  )
}
