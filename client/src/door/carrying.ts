import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import { writeCircle } from '@kringplan/shared/plan/circleWriting'
import { writeContent, type PlanContent } from '@kringplan/shared/plan/content'
import { call } from '../api/call.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import type { Carry } from './carryIn.ts'
import { proofOf } from './insideProof.ts'

/** Carries in what the circle knew, and the plan when there was one on the table. */
export function carrying(facts: CircleFacts, plan: PlanContent | null): Carry {
  return (doc) =>
    doc.transact(() => {
      if (plan !== null) writeContent(doc, plan)
      writeCircle(doc, facts)
    })
}

/** What the server still has of the closing. `none`: nothing for this device. `unknown`: no answer. */
export async function askCarry(seat: string, secret: RoomSecret): Promise<Carry | 'none' | 'unknown'> {
  const answer = await call('carryIn', { params: { seat }, input: proofOf(secret) })
  if (answer.ok) return carrying(answer.value.facts, answer.value.plan)
  return answer.refusal.refusal === 'refused' ? 'none' : 'unknown'
}
