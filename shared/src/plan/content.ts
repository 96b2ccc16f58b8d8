import * as Y from 'yjs'
import type { Agreement, Who } from './agreement.ts'
import { generateNKeysBetween } from 'fractional-indexing'
import { buildAgreement, buildEnding } from './planBuild.ts'
import { initPlan, readAgreements, readEnding, type Ending } from './planDoc.ts'
import type { WhenRule } from './when.ts'

/*
 * A plan as visible text: all that ever crosses from one document to the next. The door opens, closes again, a
 * version is frozen or taken back to the table: each time a new document is built from this, and nothing else of the
 * old one (history, authors, deleted words, ideas, map keys) comes along [CR1].
 */

/** One agreement as it is read aloud. The row's order is the order of the plan. */
export interface AgreementContent {
  readonly id: string
  readonly what: string
  readonly who: readonly Who[]
  readonly where: string
  readonly when: string
  readonly rule: WhenRule | null
  readonly fallback: string
  readonly fallbackWho: readonly Who[]
}

/** The whole plan: agreements in order, and how it goes on. */
export interface PlanContent {
  readonly agreements: readonly AgreementContent[]
  readonly ending: Ending
}

/** An ending that says nothing yet. */
export const noEnding: Ending = { when: '', rule: null, where: '', who: [], watcher: [], later: false }

/** Whether nothing at all is written in an agreement: such a one does not cross. */
export function isBlank(agreement: AgreementContent): boolean {
  return (
    agreement.what + agreement.where + agreement.when + agreement.fallback === '' &&
    agreement.who.length + agreement.fallbackWho.length === 0 &&
    agreement.rule === null
  )
}

/** Reads what a document shows. Agreements taken away and blank ones are left out. */
export function readContent(doc: Y.Doc): PlanContent {
  return {
    agreements: readAgreements(doc)
      .map(toContent)
      .filter((agreement) => !isBlank(agreement)),
    ending: readEnding(doc),
  }
}

function toContent({ id, what, who, where, when, rule, fallback, fallbackWho }: Agreement): AgreementContent {
  return { id, what, who, where, when, rule, fallback, fallbackWho }
}

/** Writes a plan into an empty document, in one transaction, with fresh order keys. */
export function writeContent(doc: Y.Doc, content: PlanContent): void {
  const { agreements, ending } = content
  const orders = generateNKeysBetween(null, null, agreements.length)
  doc.transact(() => {
    initPlan(doc)
    agreements.forEach((agreement, i) => buildAgreement(doc, agreement, orders[i] ?? ''))
    buildEnding(doc, ending)
  })
}
