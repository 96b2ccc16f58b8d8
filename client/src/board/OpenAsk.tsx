import { useCircle } from '../circle/circle.ts'
import { LateList } from '../door/LateList.tsx'
import { notOpenedText } from '../door/notOpenedText.ts'
import { OpenPromises } from '../door/OpenPromises.tsx'
import { useDraft } from '../door/SealedCircle.tsx'
import { useOpenKnowing } from '../door/useOpenKnowing.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useEscape } from '../ui/useEscape.ts'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Before.module.css'
import { DoorQuestion } from './DoorQuestion.tsx'

/** B3 reversed: the closed ring, what it means to open it, whose words are not here, and one button. */
export function OpenAsk({ onBack }: { readonly onBack: () => void }) {
  const { view } = useDraft()
  const { people } = useCircle()
  const first = useFirstFocus<HTMLButtonElement>()
  const { opening, isLooking, late, open } = useOpenKnowing()
  useEscape(onBack)
  const isOpening = opening.at === 'opening'
  return (
    <DoorQuestion door="closed" people={people} ask={m.door_openask()}>
      <OpenPromises view={view} />
      <LateList late={late} />
      {opening.at === 'failed' ? <Notice kind="error">{notOpenedText(opening.why)}</Notice> : null}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="moment"
          ref={first}
          shortcut={m.key_enter()}
          aria-disabled={isOpening || isLooking}
          onClick={open}
        >
          {isLooking ? m.st_sync() : isOpening ? m.open_opening() : m.door_open()}
        </Button>
        <Button kind="quiet" size="moment" shortcut="Esc" onClick={onBack}>
          {late.length > 0 ? m.late_wait() : m.ui_back()}
        </Button>
      </div>
    </DoorQuestion>
  )
}
