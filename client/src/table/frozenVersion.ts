import type { FrozenVersion } from '@kringplan/shared/contract/messages'
import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Who } from '@kringplan/shared/plan/agreement'
import type { CanonicalPlan, CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { PlanContent } from '@kringplan/shared/plan/content'
import { isCanonicalPlan } from '@kringplan/shared/plan/planFileShape'
import { useEffect } from 'react'
import { useCall } from '../api/useCall.ts'

/** How long after an asking that did not get through it is asked again. */
const AGAIN_MS = 3_000

/** The version of this view as the server has it; `wait` while it is not here yet, null where it is not given. */
export function useVersion(view: OpenView, isWanted: boolean): FrozenVersion | 'wait' | null {
  const hash = view.plan?.version?.hash ?? ''
  // Another version is another question, and an answer that did not come is asked for again.
  const { answer, again } = useCall('version', isWanted ? { params: { seat: view.self.seat, hash } } : null)
  const isLost = answer?.ok === false && answer.refusal.refusal === 'offline'
  useEffect(() => {
    if (!isLost) return
    const timer = setTimeout(again, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isLost, again])
  if (answer === null || isLost) return isWanted ? 'wait' : null
  return answer.ok && answer.value.hash === hash ? answer.value : null
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

/** What a frozen plan says, as a document would show it. Names that nobody's person has carry no id. */
export function contentOf({ agreements, nextMeeting, watcher }: CanonicalPlan): PlanContent {
  return {
    agreements: agreements.map(({ id, what, who, where, when, fallback }) => ({
      id,
      what,
      who: who.map(toWho),
      where,
      when: when.words,
      rule: when.rule,
      fallback: fallback.text,
      fallbackWho: fallback.who.map(toWho),
    })),
    ending: {
      when: nextMeeting.when.words,
      rule: nextMeeting.when.rule,
      where: nextMeeting.where,
      who: nextMeeting.who.map(toWho),
      watcher: watcher.map(toWho),
      later: nextMeeting.later,
    },
  }
}

function toWho(one: CanonicalWho): Who {
  if ('everybody' in one) return { kind: 'everybody' }
  return 'id' in one ? { kind: 'person', id: one.id } : { kind: 'name', id: '', name: one.name }
}
