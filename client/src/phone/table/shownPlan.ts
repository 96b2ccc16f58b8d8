import type { FrozenVersion } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import { canonicalText, planHash, toCanonical, type CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { freezeFactsOf, ownHash, useOwnVersion, type OwnVersion } from '../../table/compareVersion.ts'
import type { LiveDocument } from '../../sync/liveDocument.ts'
import { readVersion, useVersion } from '../../table/frozenVersion.ts'

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
  const version = useGivenVersion(view, (view.plan?.version?.number ?? 0) > 1 || state === 'differs')
  return { plan, state, version, hashNow: () => ownHash(view, readContent(live.doc)) }
}

/** At home, when there is no document any more: the text of the version, which is what stands on the screen. */
export function useHomePlan(view: OpenView): ShownPlan {
  const version = useGivenVersion(view, true)
  const hash = view.plan?.version?.hash ?? ''
  const plan = useMemo(() => (version === null ? null : readVersion(version.text)), [version])
  const shown = plan === null ? null : planHash(canonicalText(plan))
  const state = version === null ? 'comparing' : shown === hash ? 'same' : 'differs'
  return { plan, state, version, hashNow: () => shown }
}

function useGivenVersion(view: OpenView, isWanted: boolean): FrozenVersion | null {
  const version = useVersion(view, isWanted)
  return version === 'wait' ? null : version
}

/** The people of a plan with their looks. Who coordinates stands in none. */
export function peopleOf(view: OpenView): readonly CopyPerson[] {
  return view.people.flatMap(({ id, name, role, picture, colour }) =>
    role === 'coordinator' ? [] : [{ id, name, role, picture, colour }],
  )
}
