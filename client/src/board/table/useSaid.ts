import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { useMemo } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { noNotes, type CardNote } from '../planTable.ts'
import { saidAbout, type Said } from './cardNotes.ts'

const nothing: Said = { marks: [], answers: [], isChanged: false }

/** What is said about each agreement at the table, and in a few words for its card. */
export function useSaid(
  view: OpenView,
  agreements: readonly Agreement[],
  changed: ReadonlySet<string>,
): { readonly saidOf: (id: string) => Said; readonly notesOf: (id: string) => readonly CardNote[] } {
  const { plan } = view
  return useMemo(() => {
    const all = new Map(
      agreements.map((agreement) => [
        agreement.id,
        plan === null ? nothing : saidAbout(agreement, plan, changed),
      ]),
    )
    const notes = new Map([...all].map(([id, said]) => [id, notesFrom(said)]))
    return { saidOf: (id) => all.get(id) ?? nothing, notesOf: (id) => notes.get(id) ?? noNotes }
  }, [plan, agreements, changed])
}

function notesFrom({ marks, answers, isChanged }: Said): readonly CardNote[] {
  if (marks.length + answers.length === 0 && !isChanged) return noNotes
  return [
    ...marks.map(({ personId, by }): CardNote => ({
      key: `mark ${personId}`,
      kind: 'mark',
      words: m.bt_mark({ naam: by }),
    })),
    ...answers.map(({ personId, by, answer, isBefore }): CardNote => ({
      key: `answer ${personId}`,
      kind: isBefore ? 'changed' : answer,
      words: (isBefore ? m.bt_before : answer === 'can' ? m.bt_can : m.bt_cannot)({ naam: by }),
    })),
    ...(isChanged ? [{ key: 'changed', kind: 'changed', words: m.a_changed() } as const] : []),
  ]
}
