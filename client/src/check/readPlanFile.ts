import { verifyPlanFile, type PlanFile, type Verdict } from '@kringplan/shared/plan/planFile'

/** What came of a chosen file. */
export type CheckResult =
  | { readonly kind: 'large' | 'unreadable' | 'notAPlan' }
  | { readonly kind: 'checked'; readonly file: PlanFile; readonly verdict: Verdict }

/** The longest plan with everybody's drawings stays far below this. */
const MOST_BYTES = 10_000_000

/** Reads a file and checks it by what lies in it [CP3]. Asks nobody, keeps nothing, and never rejects [CP9]. */
export async function readPlanFile(chosen: Pick<File, 'size' | 'text'>): Promise<CheckResult> {
  if (chosen.size > MOST_BYTES) return { kind: 'large' }
  let value: unknown
  try {
    value = JSON.parse(await chosen.text())
  } catch {
    return { kind: 'unreadable' }
  }
  const verdict = verifyPlanFile(value)
  return verdict.plan === null ? { kind: 'notAPlan' } : { kind: 'checked', file: value as PlanFile, verdict }
}
