import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import { canonicalText, planHash, spokenCode, toCanonical } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import { addAgreement, addWho, initPlan, setText } from '@kringplan/shared/plan/planDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'

export const edith = { id: 'edithedith01', name: 'tante Edith' } as const
export const johan = { id: 'johanjohan01', name: 'Johan' } as const

/** A document with one agreement. */
export function makeSmallPlan(): { readonly doc: Y.Doc; readonly id: string } {
  const doc = new Y.Doc()
  initPlan(doc)
  const id = addAgreement(doc, newId, 'Johan gaat zwemmen')
  setText(doc, id, 'where', 'in het zwembad')
  addWho(doc, id, 'who', { kind: 'person', id: johan.id })
  return { doc, id }
}

const person = (who: { readonly id: string; readonly name: string }, role: Person['role']): Person => ({
  ...who,
  role,
  mainPerson: false,
  picture: role === 'member' ? 'bloem' : null,
  colour: role === 'member' ? 'paars' : null,
  language: 'nl',
  here: true,
})

/** The view of the board, or of a member, while version 1 of this document is being signed. */
export function signingView(doc: Y.Doc, self: Partial<OpenView['self']> = {}): OpenView {
  const people = [
    person(johan, 'member'),
    person(edith, 'member'),
    person({ id: 'fatmafatma01', name: 'Fatma' }, 'coordinator'),
  ]
  const question = 'Waar kan Johan veilig opgroeien?'
  const conference = 'kring0000001'
  const frozen = people.filter(({ role }) => role !== 'coordinator')
  const facts = { conference, version: 1, question, people: frozen, answers: [] }
  const hash = planHash(canonicalText(toCanonical(readContent(doc), facts)))
  return {
    kind: 'open',
    schemaVersion: SCHEMA_VERSION,
    self: { seat: 'seat00000001', role: 'board', personId: null, name: 'bord', language: 'nl', ...self },
    circle: 'De kring van Johan',
    demo: false,
    practice: false,
    hasDoor: true,
    coordinators: ['Fatma'],
    professionals: [],
    phase: 'signing',
    since: '2027-06-11T18:00:00.000Z',
    revision: 4,
    call: null,
    ownCalls: [],
    knock: null,
    conferenceId: conference,
    modelId: 'eigenKracht',
    question,
    gone: [],
    startsAt: null,
    place: '',
    people,
    points: [],
    waiting: [],
    joinCode: null,
    boards: 1,
    preparation: null,
    plan: {
      doc: 'plan-2',
      reading: null,
      marks: [],
      answers: [],
      version: { number: 1, hash, code: spokenCode(hash), frozenAt: '2027-06-11T18:00:00.000Z', log: null },
      lastVersion: 1,
      signed: [],
      mine: null,
      proposal: null,
      shares: [],
    },
  }
}
