import type { OpenView } from '@kringplan/shared/contract/seatView'
import { canonicalText, toCanonical } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import { addAgreement, addWho, removeAgreement, setText } from '@kringplan/shared/plan/planDoc'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { myPart } from '../../copy/mine.ts'
import { newId } from '../../plan/newId.ts'
import type { HeldSeat } from '../../seats/seatStore.ts'
import type { DocStatus, LiveDocument } from '../../sync/liveDocument.ts'
import { freezeFactsOf } from '../../table/compareVersion.ts'
import { edith, johan, makeSmallPlan, signingView } from '../../table/signing.testkit.ts'
import { deviceOf, lenderOf } from './borrowed.ts'
import { freezeHurdle } from './freezeReady.ts'
import { keepsCopy } from './keepMyCopy.ts'
import { readLeaving } from './leaving.ts'
import { onlyHere } from './onlyHere.ts'
import { readVersion } from '../../table/frozenVersion.ts'
import { emptyMark, markOf } from './SignWays.tsx'

// There is no page here whose editors could hold a word back.
vi.mock('../../editor/settle.ts', () => ({ settleEditors: async () => {} }))

const asEdith = { role: 'member', personId: edith.id, name: edith.name } as const

function frozen(doc = makeSmallPlan().doc, view = signingView(doc, asEdith)) {
  const facts = freezeFactsOf(view)
  if (facts === null) throw new Error('it is being signed')
  return toCanonical(readContent(doc), facts)
}

describe('what I do in the plan of this phone', () => {
  it('[SG20] by name, also where I only talk; what everybody does stands apart; nobody else’s', () => {
    const { doc, id } = makeSmallPlan()
    addWho(doc, id, 'fallbackWho', { kind: 'person', id: edith.id })
    const shared = addAgreement(doc, newId, 'Samen eten')
    addWho(doc, shared, 'who', { kind: 'everybody' })
    const others = addAgreement(doc, newId, 'Johan ruimt op')
    addWho(doc, others, 'who', { kind: 'person', id: johan.id })
    const part = myPart(frozen(doc), edith.id)
    expect(part.agreements.map(({ number, does, talks }) => [number, does, talks])).toEqual([
      [1, false, true],
    ])
    expect(part.shared.map(({ number }) => number)).toEqual([2])
    expect(myPart(frozen(doc), johan.id).agreements.map(({ number }) => number)).toEqual([1, 3])
  })
})

describe('a signature on a phone', () => {
  const look = { picture: 'bloem', colour: 'paars' } as const

  it('[SG20] an empty sheet is no signature, in no way; a picture needs one of the own', () => {
    expect(markOf(emptyMark, look)).toBeNull()
    expect(markOf({ ...emptyMark, way: 'typed', text: '  ' }, look)).toBeNull()
    expect(markOf({ ...emptyMark, way: 'picture' }, undefined)).toBeNull()
  })

  it('[SG20] drawn, typed and picture are all a mark', () => {
    expect(markOf({ ...emptyMark, strokes: [[1, 2]] }, look)).toEqual({ way: 'drawn', strokes: [[1, 2]] })
    expect(markOf({ ...emptyMark, way: 'typed', text: ' tante Edith ' }, look)).toEqual({
      way: 'typed',
      text: 'tante Edith',
    })
    expect(markOf({ ...emptyMark, way: 'picture' }, look)).toEqual({ way: 'picture', ...look })
  })
})

describe('a phone that shows something else', () => {
  it('[SG23] offers exactly the answers that stand only here', () => {
    const { doc, id } = makeSmallPlan()
    const theirs = frozen(doc)
    expect(onlyHere(frozen(doc), theirs)).toEqual([])
    setText(doc, id, 'where', 'in het buitenbad')
    addAgreement(doc, newId, 'Oma past op')
    expect(onlyHere(frozen(doc), theirs)).toEqual(['in het buitenbad', 'Oma past op'])
  })

  it('[SG23] what is only missing here is nothing to keep', () => {
    const { doc, id } = makeSmallPlan()
    const theirs = frozen(doc)
    removeAgreement(doc, id)
    expect(onlyHere(frozen(doc), theirs)).toEqual([])
  })

  it('[SG23] a version is read as it was written, and what is none is none', () => {
    const plan = frozen()
    expect(readVersion(canonicalText(plan))).toEqual(plan)
    for (const odd of ['', '{', 'null', '[]', '{"v":1}']) expect(readVersion(odd)).toBeNull()
  })
})

describe('whose phone it is', () => {
  const view = (change: Partial<OpenView> = {}) => ({
    ...signingView(makeSmallPlan().doc, asEdith),
    ...change,
  })
  const held = (
    seat: string,
    name: string,
    since: number | undefined,
    change: Partial<HeldSeat> = {},
  ): HeldSeat => ({
    seat,
    name,
    role: 'member',
    circle: 'De kring van Johan',
    conferenceId: 'kring0000001',
    ...(since === undefined ? {} : { since }),
    ...change,
  })
  const mine = (since: number) => held('seat00000001', edith.name, since)

  it('[SG25] the member whose seat was here first lends it; the guest was second', () => {
    expect(lenderOf(view(), [mine(2), held('other', 'Wim', 1)])?.name).toBe('Wim')
    expect(deviceOf(view(), [mine(2), held('other', 'Wim', 1)])).toBe('borrowed')
    expect(lenderOf(view(), [mine(1), held('other', 'Wim', 2)])).toBeNull()
    expect(deviceOf(view(), [mine(1), held('other', 'Wim', 2)])).toBe('own')
    expect(lenderOf(view(), [mine(3), held('b', 'Ria', 2), held('a', 'Wim', 1)])?.name).toBe('Wim')
    expect(lenderOf(view(), [mine(3), held('old', 'Wim', undefined)])?.name).toBe('Wim')
  })

  it('[SG25] another conference, another role, an own second seat, and the demo lend nothing', () => {
    expect(lenderOf(view(), [mine(2), held('x', 'Wim', 1, { conferenceId: 'another' })])).toBeNull()
    expect(lenderOf(view(), [mine(2), held('x', 'Sanne', 1, { role: 'professional' })])).toBeNull()
    expect(lenderOf(view(), [mine(2), held('x', edith.name, 1)])).toBeNull()
    expect(lenderOf(view({ demo: true }), [mine(2), held('other', 'Wim', 1)])).toBeNull()
  })

  it('[SG27] a copy is kept by who has signed or when the plan is ready, on the own phone only', () => {
    const { plan } = view()
    if (plan === null) throw new Error('it has a plan')
    const signed = view({
      plan: { ...plan, mine: { personId: edith.id, way: 'drawn', device: 'own', signedAt: 'now' } },
    })
    expect(keepsCopy(view(), false)).toBe(false)
    expect(keepsCopy(signed, false)).toBe(true)
    expect(keepsCopy(signed, true)).toBe(false)
    expect(keepsCopy(view({ phase: 'followUp' }), false)).toBe(true)
    const self = { ...view().self, role: 'professional' as const }
    expect(keepsCopy({ ...signed, self }, false)).toBe(false)
  })

  it('[SG28] leaving goes on with what stands in the entry, and never to another site', () => {
    expect(readLeaving({ leaves: 's', to: '/plek/x' })).toEqual({ leaves: 's', to: '/plek/x' })
    for (const odd of [
      null,
      7,
      {},
      { leaves: 's' },
      { leaves: 's', to: '//elsewhere' },
      { leaves: 's', to: 'x' },
    ]) {
      expect(readLeaving(odd)).toBeNull()
    }
  })
})

function mapOf(later: boolean): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('later', later)
  return map
}

describe('before the plan is fixed by phone', () => {
  function live(status: DocStatus, later: boolean) {
    const { doc } = makeSmallPlan()
    doc.getMap('ending').set('ending', mapOf(later))
    const listeners = new Set<() => void>()
    let now = status
    const document = {
      doc,
      getStatus: () => now,
      subscribe: (fn: () => void) => {
        listeners.add(fn)
        return () => listeners.delete(fn)
      },
    } as unknown as LiveDocument
    const become = (next: DocStatus) => {
      now = next
      for (const fn of listeners) fn()
    }
    return { document, become }
  }
  const good: DocStatus = { link: 'live', loaded: true, arrived: true }

  it('[TB24] it says when the circle meets again, or nothing is fixed', async () => {
    expect(await freezeHurdle(live(good, false).document, 1)).toBe('day')
    expect(await freezeHurdle(live(good, true).document, 1)).toBeNull()
  })

  it('[TB24] the own words have arrived, or it is said that they have not', async () => {
    expect(await freezeHurdle(live({ ...good, arrived: false }, true).document, 1)).toBe('words')
    expect(await freezeHurdle(live({ ...good, link: 'offline' }, true).document, 1)).toBe('offline')
    const slow = live({ ...good, arrived: false }, true)
    const asked = freezeHurdle(slow.document, 60_000)
    await new Promise((resolve) => setImmediate(resolve))
    slow.become(good)
    expect(await asked).toBeNull()
  })
})
