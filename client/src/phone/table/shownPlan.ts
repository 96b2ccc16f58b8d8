import type { FrozenVersion } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { canonicalText, planHash, toCanonical, type CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import { isCanonicalPlan } from '@kringplan/shared/plan/planFileShape'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useCall } from '../../api/useCall.ts'
import { freezeFactsOf, ownHash, useOwnVersion, type OwnVersion } from '../../table/compareVersion.ts'
import type { LiveDocument } from '../../sync/liveDocument.ts'

/** How long after an asking that did not get through it is asked again. */
const AGAIN_MS = 3_000

/** The plan that a person is asked to sign, as this device shows it. */
export interface ShownPlan {
  /** Null while it is not here yet. */
  readonly plan: CanonicalPlan | null
  readonly state: OwnVersion
  /** The version on the server, when it has been fetched: for what changed, never for what is signed. */
  readonly version: FrozenVersion | null
  /** The hash of what stands on this screen at this moment. */
  readonly hashNow: () => string | null
}

/** In the room: the device's own document, frozen by the device itself. */
export function useOwnPlan(view: OpenView, live: LiveDocument): ShownPlan {
  const state = useOwnVersion(view, live)
  const text = useSyncExternalStore(
    useCallback(
      (fn: () => void) => {
        live.doc.on('update', fn)
        return () => live.doc.off('update', fn)
      },
      [live],
    ),
    () => JSON.stringify(readContent(live.doc)),
  )
  const facts = freezeFactsOf(view)
  const plan = facts === null ? null : toCanonical(JSON.parse(text) as ReturnType<typeof readContent>, facts)
  const version = useVersion(view, (view.plan?.version?.number ?? 0) > 1 || state === 'differs')
  return { plan, state, version, hashNow: () => ownHash(view, readContent(live.doc)) }
}

/** At home, when there is no document any more: the text of the version, which is what stands on the screen. */
export function useHomePlan(view: OpenView): ShownPlan {
  const version = useVersion(view, true)
  const hash = view.plan?.version?.hash ?? ''
  const plan = useMemo(() => (version === null ? null : readVersion(version.text)), [version])
  const shown = plan === null ? null : planHash(canonicalText(plan))
  const state = version === null ? 'comparing' : shown === hash ? 'same' : 'differs'
  return { plan, state, version, hashNow: () => shown }
}

function useVersion(view: OpenView, isWanted: boolean): FrozenVersion | null {
  const hash = view.plan?.version?.hash ?? ''
  // Another version is another question, and an answer that did not come is asked for again.
  const { answer, again } = useCall('version', isWanted ? { params: { seat: view.self.seat, hash } } : null)
  const isLost = answer?.ok === false && answer.refusal.refusal === 'offline'
  useEffect(() => {
    if (!isLost) return
    const timer = setTimeout(again, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isLost, again])
  return answer?.ok === true && answer.value.hash === hash ? answer.value : null
}

/** A plan out of its text; null when it is none. */
export function readVersion(text: string): CanonicalPlan | null {
  try {
    const plan: unknown = JSON.parse(text)
    return isCanonicalPlan(plan) ? plan : null
  } catch {
    return null
  }
}

/** The people of a plan with their looks. Who coordinates stands in none. */
export function peopleOf(view: OpenView): readonly CopyPerson[] {
  return view.people.flatMap(({ id, name, role, picture, colour }) =>
    role === 'coordinator' ? [] : [{ id, name, role, picture, colour }],
  )
}
