import { dropOut, readOut, type OutAsk } from '@kringplan/shared/plan/goingOut'
import { useEffect, type ReactNode } from 'react'
import { useCircle } from '../circle/circle.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { useDocPart } from '../plan/useDocPart.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { sayDevice } from './sayDevice.ts'
import { useDraft } from './SealedCircle.tsx'
import { whoOf } from './takeOut.ts'
import { useTakeOut } from './useTakeOut.ts'

export interface OutAskedProps {
  /** Draws the question with its buttons: a strip of this screen. */
  readonly children: (words: string, buttons: ReactNode) => ReactNode
}

/**
 * "Wim vraagt: halen wij de telefoon van Kees eruit?" on every device inside but the one that shall go, with yes for
 * another person than who asked, and not now for everybody.
 */
export function OutAsked({ children }: OutAskedProps) {
  const { live, me } = useCircle()
  const asks = useDocPart(live.doc, 'goingOut', readOut) ?? []
  // Also of a device that is not in the list: it may have written itself out of that.
  const open = asks.find(({ device }) => device !== me.seat)
  if (open === undefined) return null
  // What came of one question is not said of the next.
  return (
    <Asked key={open.device} open={open}>
      {children}
    </Asked>
  )
}

interface AskedProps extends OutAskedProps {
  readonly open: OutAsk
}

function Asked({ open, children }: AskedProps) {
  const { live, me, inside } = useCircle()
  const { device: kind } = useDraft()
  const { isBusy, problem, start } = useTakeOut(() => undefined)
  const who = whoOf({ personId: me.personId, kind })
  const isOwn = open.by === (who ?? me.seat)
  const device = inside.find(({ id }) => id === open.device) ?? { id: open.device, ...open.goes }
  const wat = sayDevice(device)
  const words = isOwn ? m.out_asked({ wat }) : capital(m.out_asks({ naam: open.name, wat }))
  const said = isBusy ? m.out_busy({ wat }) : (problem ?? words)
  useEffect(() => {
    announce(said)
  }, [said])
  const yes =
    isOwn || who === null ? null : (
      <Button kind="primary" aria-disabled={isBusy} onClick={() => start(device)}>
        {m.out_yes()}
      </Button>
    )
  return children(
    said,
    <>
      {yes}
      <Button aria-disabled={isBusy} onClick={() => (isBusy ? undefined : dropOut(live.doc, open.device))}>
        {m.open_not_now()}
      </Button>
    </>,
  )
}
