import { draftSteps, emptyDraft, type ConferenceDraft, type DraftStep } from './conferenceDraft.ts'
import { emptyPerson } from './personDraft.ts'

/** A conference that is being made, and where its maker was. */
export interface KeptDraft {
  readonly draft: ConferenceDraft
  readonly step: DraftStep
}

const nothing: KeptDraft = { draft: emptyDraft, step: 'model' }
const nameOf = (desk: string) => `kringplan.new.${desk}`

/** What this tab has kept of a conference that is being made at this desk. What cannot be read is nothing. */
export function readDraft(desk: string, box: Pick<Storage, 'getItem'> = sessionStorage): KeptDraft {
  try {
    const kept = JSON.parse(box.getItem(nameOf(desk)) ?? 'null') as Partial<KeptDraft> | null
    if (kept?.draft === undefined || !Array.isArray(kept.draft.people)) return nothing
    const step = draftSteps.find((each) => each === kept.step) ?? 'model'
    const people = kept.draft.people.map((person) => ({ ...emptyPerson, ...person }))
    return { draft: { ...emptyDraft, ...kept.draft, people }, step }
  } catch {
    return nothing
  }
}

/** Keeps it for a reload or the back button. In this tab only: it holds names, and goes with the tab. */
export function keepDraft(
  desk: string,
  kept: KeptDraft,
  box: Pick<Storage, 'setItem'> = sessionStorage,
): void {
  try {
    box.setItem(nameOf(desk), JSON.stringify(kept))
  } catch {
    // No storage here: then a reload begins again.
  }
}

/** It has been made. */
export function dropDraft(desk: string, box: Pick<Storage, 'removeItem'> = sessionStorage): void {
  try {
    box.removeItem(nameOf(desk))
  } catch {
    // Nothing was kept either.
  }
}
