import { addByHand } from '@kringplan/shared/plan/limits'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { preloadTextField } from '../editor/LazyTextField.tsx'
import { newId } from '../plan/newId.ts'
import { useUnarrived } from '../plan/unarrived.ts'
import { useKnownSchema, useOtherSchema } from '../plan/usePlan.ts'
import { useUndoKeys } from '../plan/useUndoKeys.ts'
import { Loading } from '../ui/Loading.tsx'
import type { DraftPagesProps } from './DraftPages.tsx'
import type { Gone } from './GoneNotice.tsx'
import { AgreementPage, preloadAgreement } from './lazyAgreement.ts'
import { PlanList } from './PlanList.tsx'
import { planPath, readPlanPlace } from './planPaths.ts'

/**
 * The plan on a phone: the list, one agreement, and its questions as sheets, each at its own address under `home`.
 * Works on any document that a `CircleContext` around it gives. Reading only where the circle says so, or where
 * the document is of another version.
 */
export function PhonePlan({ home, after, readOnly }: DraftPagesProps) {
  const circle = useCircle()
  const { live, undo } = circle
  const [location, go] = useLocation()
  const [gone, setGone] = useState<Gone | null>(null)
  const known = useKnownSchema(live.doc)
  const otherVersion = useOtherSchema(live.doc)
  const canWrite = circle.canWrite && known
  const forgetGone = useCallback(() => setGone(null), [])
  const place = readPlanPlace(location, home)
  const unarrived = useUnarrived(live)
  useUndoKeys(undo)

  useEffect(() => {
    if (!circle.canWrite) return
    preloadTextField()
    preloadAgreement()
  }, [circle.canWrite])

  const add = () => {
    setGone(null)
    undo.stopCapturing()
    const id = addByHand(live.doc, newId)
    if (id === undefined) return
    go(planPath(home, id))
    go(planPath(home, id, 'what'), { state: { sheet: true, fresh: true } })
  }

  if (place.page === 'list') {
    return (
      <PlanList
        home={home}
        canWrite={canWrite}
        oldPage={otherVersion}
        unarrived={unarrived}
        gone={gone}
        after={after}
        readOnly={readOnly}
        onAdd={add}
        onActed={forgetGone}
      />
    )
  }
  return (
    <Suspense fallback={<Loading />}>
      <AgreementPage
        key={place.id}
        home={home}
        id={place.id}
        question={place.question}
        canWrite={canWrite}
        readOnly={circle.canWrite ? undefined : readOnly}
        unarrived={unarrived.agreements.has(place.id)}
        onOpened={forgetGone}
        onRemoved={(removed) => {
          setGone(removed)
          go(planPath(home), { replace: true })
        }}
      />
    </Suspense>
  )
}
