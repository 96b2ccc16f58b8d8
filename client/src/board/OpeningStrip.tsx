import { dropOpening } from '@kringplan/shared/plan/opening'
import { useEffect } from 'react'
import { useOpeningAsks } from '../door/useOpening.ts'
import { useDraft } from '../door/SealedCircle.tsx'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import styles from './BoardPlan.module.css'

/** "Wim vraagt: zullen wij de deur open doen?" on the board, which can do it, or say that it is not now. */
export function OpeningStrip({ onOpen }: { readonly onOpen: () => void }) {
  const { doc } = useDraft().live
  const by = useOpeningAsks(doc)[0]?.name
  useEffect(() => {
    if (by !== undefined) announce(capital(m.open_asks({ naam: by })))
  }, [by])
  if (by === undefined) return null
  return (
    <div className={styles['called']}>
      <span>{capital(m.open_asks({ naam: by }))}</span>
      <Button kind="primary" onClick={onOpen}>
        {m.door_open()}
      </Button>
      <Button onClick={() => dropOpening(doc)}>{m.open_not_now()}</Button>
    </div>
  )
}
