import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { dropOut, readOut, type OutAsk } from '@kringplan/shared/plan/goingOut'
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { useCircle } from '../circle/circle.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { sayDevice } from './sayDevice.ts'
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
  const { live, me, inside } = useCircle()
  const asks = useOutAsks(live.doc)
  const open = asks.find(({ device }) => device !== me.seat && inside.some(({ id }) => id === device))
  const device = inside.find(({ id }) => id === open?.device)
  if (open === undefined || device === undefined) return null
  // What came of one question is not said of the next.
  return (
    <Asked key={device.id} open={open} device={device}>
      {children}
    </Asked>
  )
}

interface AskedProps extends OutAskedProps {
  readonly open: OutAsk
  readonly device: InsideDevice
}

function Asked({ open, device, children }: AskedProps) {
  const { live, me } = useCircle()
  const { out, start } = useTakeOut(() => undefined)
  const isOwn = open.by === me.personId
  const wat = sayDevice(device)
  const words = isOwn ? m.out_asked({ wat }) : capital(m.out_asks({ naam: open.name, wat }))
  useEffect(() => {
    announce(words)
  }, [words])
  const yes = isOwn ? null : (
    <Button kind="primary" aria-disabled={out === 'busy'} onClick={() => start(device)}>
      {m.out_yes()}
    </Button>
  )
  return children(
    out === 'busy' ? m.out_busy({ wat }) : out === 'offline' ? m.out_offline() : words,
    <>
      {yes}
      <Button onClick={() => dropOut(live.doc, open.device)}>{m.open_not_now()}</Button>
    </>,
  )
}

/** What is asked now. The same array until that changes. */
function useOutAsks(doc: Y.Doc): readonly OutAsk[] {
  const last = useRef<{ key: string; asks: readonly OutAsk[] }>({ key: '[]', asks: [] })
  return useSyncExternalStore(
    (fn) => {
      const map = doc.getMap('goingOut')
      map.observe(fn)
      return () => map.unobserve(fn)
    },
    () => {
      const asks = readOut(doc)
      const key = JSON.stringify(asks)
      if (key !== last.current.key) last.current = { key, asks }
      return last.current.asks
    },
  )
}
