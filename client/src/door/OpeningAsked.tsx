import { dropOpening } from '@kringplan/shared/plan/opening'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { Button, buttonClass } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpeningAsks } from './useOpening.ts'

/** "Wim vraagt: zullen wij de deur open doen?" over every page of a phone inside, with yes and not now. */
export function OpeningAsked({ home }: { readonly home: string }) {
  const { live, me } = useCircle()
  const asks = useOpeningAsks(live.doc)
  const other = asks.find(({ personId }) => personId !== me.personId)
  const by = other?.name
  useEffect(() => {
    if (by !== undefined) announce(capital(m.open_asks({ naam: by })))
  }, [by])
  if (asks.length === 0) return null
  return (
    <Notice
      strip
      action={
        <>
          {by === undefined ? null : (
            <Link href={`${home}/open`} className={buttonClass('primary')}>
              {m.door_open()}
            </Link>
          )}
          <Button onClick={() => dropOpening(live.doc)}>{m.open_not_now()}</Button>
        </>
      }
    >
      {by === undefined ? m.open_asked() : capital(m.open_asks({ naam: by }))}
    </Notice>
  )
}
