import type { OpenView } from '@kringplan/shared/contract/seatView'
import { canonicalText, planHash, toCanonical, type FreezeFacts } from '@kringplan/shared/plan/canonical'
import { readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { useEffect, useState } from 'react'
import type { DocStatus, LiveDocument } from '../sync/liveDocument.ts'

/*
 * Nobody signs on the word of the server: this device freezes its own document, as its screen shows it, and only the
 * hash that comes out of that may be signed here [SG1].
 */

/** `comparing`: the document is still coming in. `differs`: on this device stands something else than in the version. */
export type OwnVersion = 'comparing' | 'same' | 'differs'

/** What stands around the words of the version that is being signed, or null while there is none. */
export function freezeFactsOf(view: OpenView): FreezeFacts | null {
  const { plan, conferenceId, question, people, gone } = view
  if (plan === null || plan.version === null) return null
  return {
    conference: conferenceId,
    version: plan.version.number,
    question,
    people: [...people.filter(({ role }) => role !== 'coordinator'), ...gone],
    answers: plan.answers,
    log: plan.version.log,
  }
}

/** The hash of what this device shows, or null while no version is being signed. */
export function ownHash(view: OpenView, content: PlanContent): string | null {
  const facts = freezeFactsOf(view)
  return facts === null ? null : hashOf(content, facts)
}

function hashOf(content: PlanContent, facts: FreezeFacts): string {
  return planHash(canonicalText(toCanonical(content, facts)))
}

/** How long a difference may be words that are still on their way: the view and the document come by two sockets. */
const ON_ITS_WAY_MS = 2_000

/** What may be said of a comparison. A difference counts only when nothing more is on its way. [SG2] */
export function judge(status: DocStatus, isSame: boolean, differsFor: number): OwnVersion {
  if (!status.loaded) return 'comparing'
  if (isSame) return 'same'
  if (status.link === 'connecting' || status.link === 'offline') return 'comparing'
  return differsFor < ON_ITS_WAY_MS ? 'comparing' : 'differs'
}

/** Whether what this device itself has is the version that is being signed; followed until the screen goes. */
export function useOwnVersion(view: OpenView, live: LiveDocument): OwnVersion {
  // As text it is the same for as long as it says the same: a view is pushed for every signature.
  const wanted = JSON.stringify(freezeFactsOf(view))
  const hash = view.plan?.version?.hash ?? null
  const [own, setOwn] = useState<OwnVersion>('comparing')
  useEffect(() => {
    const facts = JSON.parse(wanted) as FreezeFacts | null
    let differsSince: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const compare = () => {
      clearTimeout(timer)
      const status = live.getStatus()
      const isSame = status.loaded && facts !== null && hashOf(readContent(live.doc), facts) === hash
      if (isSame || !status.loaded) differsSince = null
      else differsSince ??= Date.now()
      const found = judge(status, isSame, differsSince === null ? 0 : Date.now() - differsSince)
      setOwn(found)
      if (found === 'comparing' && differsSince !== null) timer = setTimeout(compare, ON_ITS_WAY_MS)
    }
    compare()
    live.doc.on('update', compare)
    const stop = live.subscribe(compare)
    return () => {
      clearTimeout(timer)
      live.doc.off('update', compare)
      stop()
    }
  }, [wanted, hash, live])
  return own
}
