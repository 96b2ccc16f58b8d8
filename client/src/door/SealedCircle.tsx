import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { readCircle } from '@kringplan/shared/plan/circleDoc'
import { createContext, Suspense, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { CircleContext, type Circle } from '../circle/circle.ts'
import { Presence } from '../circle/lazyPresence.ts'
import { enterDocument, leaveDocument } from '../circle/leaveDocument.ts'
import { useDocPart } from '../plan/useDocPart.ts'
import { useDocStatus, useInside } from '../plan/usePlan.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { Loading } from '../ui/Loading.tsx'
import type { Device } from './enterRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'
import { openDraft, type OpenDraft } from './openDraft.ts'
import { wasReplaced } from './roomsSeen.ts'

/** What the screens of the door need beside the circle: the sealed document itself, and what the server says. */
export interface Draft {
  readonly live: SealedDocument
  readonly view: ClosedView
  readonly device: Device
}

const DoubtSoon = lazyPart(async () => (await import('./DoubtSoon.tsx')).DoubtSoon)

const DraftContext = createContext<Draft | null>(null)

/** The draft of the screen around. Throws outside `SealedCircle`: that is a fault in our own code. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (draft === null) throw new Error('useDraft needs SealedCircle around it')
  return draft
}

export interface SealedCircleProps {
  readonly view: ClosedView
  readonly device: Device
  /** The room does not take this device's key. */
  readonly onRefused: () => void
  readonly children: ReactNode
}

/**
 * Gives the drafting screens the sealed draft. The page holds the key. Everything shown of the inside, also who
 * the people are, comes out of the sealed document; nothing of it from the server.
 */
export function SealedCircle({ view, device, onRefused, children }: SealedCircleProps) {
  const draft = useOpenDraft(view, device)
  if (draft === null) return <Loading />
  return (
    <Opened view={view} device={device} draft={draft} onRefused={onRefused}>
      {children}
    </Opened>
  )
}

function Opened({
  view,
  device,
  draft,
  onRefused,
  children,
}: SealedCircleProps & { readonly draft: OpenDraft }) {
  const { live, undo } = draft
  const status = useDocStatus(live)
  const facts = useDocPart(live.doc, 'circle', readCircle)
  const inside = useInside(live.doc)
  const refused = status.link === 'refused'
  const { seat } = view.self
  useEffect(() => {
    if (!refused) return
    // All that there may be of it: the way on is to start anew from this page [NW5].
    const key = heldKey(seat, view.room)
    if (key !== undefined) holdKey(seat, { ...key, last: live.doc })
    onRefused()
  }, [refused, onRefused, seat, view.room, live])
  const { self, coordinators, since, circle: name, call: callState, ownCalls, room } = view
  const circle = useMemo(
    (): Circle => ({
      live,
      undo,
      people: facts?.people ?? [],
      me: { personId: self.personId, name: self.name, seat: self.seat },
      question: facts?.question ?? '',
      circleName: facts?.circle ?? name,
      doorClosed: true,
      since,
      coordinators,
      canWrite: true,
      inside,
      call: async (reason) => (await call('call', { params: { seat: self.seat }, input: { reason } })).ok,
      callState,
      ownCalls,
      ideas: async () => (await import('../ideas/sealedIdeaDisk.ts')).sealedIdeaDisk(self.seat, room),
    }),
    [live, undo, facts, inside, self, since, coordinators, name, callState, ownCalls, room],
  )
  const value = useMemo(() => ({ live, view, device }), [live, view, device])
  if (!status.loaded) {
    return (
      <Suspense fallback={<Loading />}>{status.doubts === undefined ? <Loading /> : <DoubtSoon />}</Suspense>
    )
  }
  return (
    <DraftContext value={value}>
      <CircleContext value={circle}>
        {children}
        <Suspense fallback={null}>
          <Presence />
        </Suspense>
      </CircleContext>
    </DraftContext>
  )
}

/** Opens the draft for as long as the screen is there. */
function useOpenDraft(view: ClosedView, device: Device): OpenDraft | null {
  const { room, since } = view
  const { seat, name, personId } = view.self
  const [draft, setDraft] = useState<OpenDraft | null>(null)
  useEffect(() => {
    const key = heldKey(seat, room)
    if (key === undefined) return
    enterDocument(seat, room)
    const opened = openDraft(key, { seat, name, personId }, device)
    // The document is joined and left with the screen; a render cannot do that.
    // oxlint-disable-next-line react/set-state-in-effect
    setDraft(opened)
    return () => {
      setDraft(null)
      leaveDocument(opened.live, seat, room, wasReplaced(seat, since, room))
      opened.close()
    }
  }, [seat, room, since, name, personId, device])
  return draft
}
