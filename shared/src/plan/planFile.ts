import { canonicalText, planHash, spokenCode, type CanonicalPlan } from './canonical.ts'
import { isCanonicalPlan, isPlanFileShape } from './planFileShape.ts'
import { isSignedBy, type Signature } from './signature.ts'

/*
 * The copy of a plan as a file. Everything that is needed to check it lies in it: no server is asked [CP3].
 */

/** What the file says of itself. */
export const PLAN_FORMAT = 'kringplan/plan/v1'

/** Somebody of the circle, as the copy shows them. */
export interface CopyPerson {
  readonly id: string
  readonly name: string
  readonly role: 'member' | 'professional'
  readonly picture: string | null
  readonly colour: string | null
}

export interface PlanFile {
  readonly format: typeof PLAN_FORMAT
  /** The name of the circle. */
  readonly circle: string
  /** When this version was frozen, ISO 8601 UTC. */
  readonly frozenAt: string
  /** The canonical text of the plan: exactly these characters were signed. */
  readonly text: string
  readonly hash: string
  readonly people: readonly CopyPerson[]
  readonly signatures: readonly Signature[]
  /** In an excerpt: which number each of its agreements has in the whole plan. */
  readonly numbers?: readonly number[]
}

/** What came out of checking a file. */
export interface Verdict {
  /** True when nothing is wrong: text and hash agree, and every signature is over this text. */
  readonly good: boolean
  /** Null when there is no plan in it to show. */
  readonly plan: CanonicalPlan | null
  readonly circle: string
  readonly code: string
  readonly hash: string
  /** What is wrong, for a person to be told. */
  readonly faults: readonly PlanFault[]
  readonly signatures: readonly { readonly signature: Signature; readonly valid: boolean }[]
}

/** `notAPlan`: not such a file. `text`: the words were changed. `signature`: a signature is not over these words. */
export type PlanFault = 'notAPlan' | 'text' | 'signature'

/** The plan of a file whose text has been found good. */
export function planOf(file: Pick<PlanFile, 'text'>): CanonicalPlan {
  return JSON.parse(file.text) as CanonicalPlan
}

/**
 * Checks a file by what lies in it alone. Never throws. A paper signature is somebody's word that there is ink: its key
 * is that of who ticked it.
 */
export function verifyPlanFile(value: unknown): Verdict {
  const file = readFile(value)
  const plan = file === null ? null : readPlan(file.text)
  if (file === null || plan === null) {
    return { good: false, plan: null, circle: '', code: '', hash: '', faults: ['notAPlan'], signatures: [] }
  }
  const hash = planHash(file.text)
  const isWhole = hash === file.hash && isCanonical(plan, file.text)
  const signatures = file.signatures.map((signature) => {
    const { person, device, mark } = signature
    const facts = { conference: plan.conference, version: plan.version, hash, person, device, mark }
    return { signature, valid: isSignedBy(facts, signature.publicKey, signature.signature) }
  })
  const faults: PlanFault[] = []
  if (!isWhole) faults.push('text')
  if (signatures.some(({ valid }) => !valid)) faults.push('signature')
  return {
    good: faults.length === 0,
    plan,
    circle: file.circle,
    code: spokenCode(hash),
    hash,
    faults,
    signatures,
  }
}

function readFile(value: unknown): PlanFile | null {
  return isPlanFileShape(value) && value.format === PLAN_FORMAT ? value : null
}

function readPlan(text: string): CanonicalPlan | null {
  try {
    const plan: unknown = JSON.parse(text)
    return isCanonicalPlan(plan) ? plan : null
  } catch {
    return null
  }
}

function isCanonical(plan: CanonicalPlan, text: string): boolean {
  try {
    return canonicalText(plan) === text
  } catch {
    // Half a sign, or a number that JSON does not have: no plan was ever frozen with those.
    return false
  }
}
