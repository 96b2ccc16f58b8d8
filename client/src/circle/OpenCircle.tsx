import type { OpenDocument } from '@kringplan/shared/contract/openSync'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { initPlan } from '@kringplan/shared/plan/planDoc'
import { can } from '@kringplan/shared/policy/can'
import { Suspense, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { call } from '../api/call.ts'
import { learnGone } from '../plan/whoNames.ts'
import { openPlan } from '../sync/openProvider.ts'
import { noOutbox } from '../sync/updateOutbox.ts'
import { CircleContext, type Circle } from './circle.ts'
import { Presence } from './lazyPresence.ts'
import { enterDocument, leaveDocument } from './leaveDocument.ts'
import { createOpening, noOpening, type Opened } from './openDocument.ts'

/**
 * Gives the drafting screens the open plan of a conference. The document is opened once a seat and closed when the
 * screen goes; a new view only changes what is known of the people. Where writing ends (the plan is frozen) it is opened
 * anew: what had not arrived is not in the version, and must not stand on this screen as if it were [OP5, SG1].
 */
export function OpenCircle({ view, children }: { readonly view: OpenView; readonly children: ReactNode }) {
  const { seat } = view.self
  const canWrite = mayWrite(view)
  const opened = useOpened(seat, view.plan?.doc ?? null, canWrite)
  const circle = useMemo(
    () => (opened === null ? null : toCircle(view, opened, canWrite)),
    [view, opened, canWrite],
  )
  if (circle === null) return null
  return (
    <CircleContext value={circle}>
      {children}
      <Suspense fallback={null}>
        <Presence />
      </Suspense>
    </CircleContext>
  )
}

function useOpened(seat: string, document: OpenDocument | null, canWrite: boolean): Opened | null {
  const opening = useMemo(
    () =>
      document === null
        ? noOpening
        : createOpening(
            () => {
              if (canWrite) enterDocument(seat, document)
              return openPlan({ seat, document, ...(canWrite ? {} : { outbox: noOutbox }) })
            },
            (live) => leaveDocument(live, seat, document),
          ),
    [seat, document, canWrite],
  )
  useEffect(() => opening.start(), [opening])
  const opened = useSyncExternalStore(opening.subscribe, opening.now)

  useEffect(() => {
    if (opened === null || !canWrite) return
    const { live } = opened
    // Only a document that is whole here and has no version is a new one.
    const mark = () => {
      if (live.getStatus().loaded) initPlan(live.doc)
    }
    mark()
    return live.subscribe(mark)
  }, [opened, canWrite])

  return opened
}

function toCircle(view: OpenView, opened: Opened, canWrite: boolean): Circle {
  const { self } = view
  learnGone(view.gone)
  return {
    ...opened,
    // Who coordinates asks, and stands in no agreement.
    people: view.people.filter((person) => person.role !== 'coordinator'),
    me: { personId: self.personId, name: self.name, seat: self.seat },
    question: view.question,
    circleName: view.circle,
    doorClosed: false,
    since: view.since,
    coordinators: view.coordinators,
    canWrite,
    inside: [],
    call: async (reason) => (await call('call', { params: { seat: self.seat }, input: { reason } })).ok,
    callState: view.call,
    ownCalls: view.ownCalls,
    ideas:
      view.phase === 'deliberation'
        ? async () => (await import('../ideas/openIdeaDisk.ts')).openIdeaDisk(self.seat)
        : null,
  }
}

/** Shows and hides only: the server decides on every frame. */
function mayWrite(view: OpenView): boolean {
  const setting = view.hasDoor ? 'withDoor' : 'together'
  return can({ role: view.self.role, standing: 'in', setting, phase: view.phase }, 'plan.write')
}
