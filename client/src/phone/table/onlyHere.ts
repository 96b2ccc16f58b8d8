import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { planChanges } from '@kringplan/shared/plan/changes'
import { questions } from '@kringplan/shared/plan/schema'
import { meetingOf, namesOf, wordsOf } from './changedWords.ts'

/**
 * What a device shows that does not stand in the version on the table, as texts to keep: whole answers, in the order
 * of the plan. Empty when the device only lacks something. [SG23]
 */
export function onlyHere(own: CanonicalPlan, theirs: CanonicalPlan): readonly string[] {
  const changes = planChanges(theirs, own)
  const texts = changes.agreements.flatMap((change) => {
    if (change.kind === 'gone') return []
    const fields = change.kind === 'new' ? questions : change.fields
    return fields.map((field) => wordsOf(change.after, field))
  })
  if (changes.question) texts.push(own.question)
  if (changes.nextMeeting) texts.push(meetingOf(own))
  if (changes.watcher) texts.push(namesOf(own.watcher))
  return [...new Set(texts)].filter((text) => text !== '')
}
