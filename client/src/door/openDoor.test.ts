import 'fake-indexeddb/auto'
import type { ClosedView, SeatView } from '@kringplan/shared/contract/seatView'
import { enterCircle } from '@kringplan/shared/plan/circleDoc'
import { writeCircle } from '@kringplan/shared/plan/circleWriting'
import { addIdea } from '@kringplan/shared/plan/ideas'
import { askOpening } from '@kringplan/shared/plan/opening'
import {
  addAgreement,
  addWho,
  initPlan,
  readAgreements,
  removeAgreement,
  setText,
} from '@kringplan/shared/plan/planDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../plan/newId.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import { makeRig } from '../sealed/sealedRig.testkit.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { dropKey, holdKey } from './heldKeys.ts'
import { openDoor, type OpenEnd } from './openDoor.ts'

interface Body {
  readonly head: number
  readonly revision: number
  readonly doorToken: string
  readonly plan: { readonly agreements: readonly { readonly what: string }[] }
}
type Answer = { readonly status: number; readonly body: object } | 'lost'

const seat = 'seat-of-edith'
const empty = { where: '', when: '', rule: null, fallback: '', fallbackWho: [] }
const nobody = { picture: null, colour: null, mainPerson: false, role: 'member' } as const
let sent: string[] = []
let serverNow: Partial<SeatView> = {}
/** What the server says to an opening, after the head was right. */
let answer: (body: Body) => Answer = () => ({ status: 200, body: { since: '' } })
let rig = makeRig()

const bodies = () => sent.map((text) => JSON.parse(text) as Body)
const reply = (status: number, body: object) => new Response(JSON.stringify(body), { status })

/** As our server: an opening with another head than the log has is refused. */
async function serve(url: string, init?: RequestInit): Promise<Response> {
  if (url.endsWith('/view')) return reply(200, serverNow)
  const text = init?.body as string
  sent.push(text)
  const body = JSON.parse(text) as Body
  if (body.head !== rig.relay.stored.head) return reply(409, { refusal: 'stale', field: 'head' })
  const said = answer(body)
  if (said === 'lost') throw new TypeError('no network')
  return reply(said.status, said.body)
}

const closed = (changes: Partial<ClosedView['self']> = {}) =>
  ({
    kind: 'closed',
    revision: 3,
    room: rig.secret.room,
    self: { seat, role: 'board', ...changes },
  }) as unknown as ClosedView

beforeEach(() => {
  rig = makeRig()
  sent = []
  answer = () => ({ status: 200, body: { since: '' } })
  serverNow = closed()
  holdKey(seat, { secret: rig.secret })
  vi.stubGlobal('fetch', serve)
  vi.stubGlobal('HTMLElement', Map)
  vi.stubGlobal('document', { activeElement: null })
  vi.stubGlobal('requestAnimationFrame', (fn: () => void) => void setImmediate(fn))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Lets the network of the room go on until this has ended. */
async function during<T>(work: Promise<T>): Promise<T> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  void work.then(end, end)
  while (!isDone) {
    await rig.world.run(20)
    await new Promise((next) => setImmediate(next))
  }
  return work
}

async function phone(): Promise<SealedDocument> {
  const live = rig.join({ schemaVersion: SCHEMA_VERSION })
  await rig.world.run(2000)
  return live
}
async function withPlan(what = 'Samen eten'): Promise<{ live: SealedDocument; id: string }> {
  const live = await phone()
  initPlan(live.doc)
  const id = addAgreement(live.doc, newId, what)
  await rig.world.run(1000)
  return { live, id }
}
const open = (live: SealedDocument, view = closed()): Promise<OpenEnd> => during(openDoor(live, view))

describe('opening the door', () => {
  it('[OP1] sends the plan as visible text with the room’s token and the head it contains', async () => {
    const { live, id } = await withPlan()
    addWho(live.doc, id, 'who', { kind: 'person', id: 'edith-of-johan' })
    expect(await open(live)).toEqual({ ok: true })
    expect(bodies()).toEqual([
      {
        revision: 3,
        room: rig.secret.room,
        doorToken: toBase64url(deriveDoorToken(rig.secret)),
        head: rig.relay.stored.head,
        plan: {
          agreements: [{ ...empty, id, what: 'Samen eten', who: [{ kind: 'person', id: 'edith-of-johan' }] }],
          ending: { when: '', rule: null, where: '', who: [], watcher: [], later: false },
        },
      },
    ])
    expect(rig.relay.stored.head).toBeGreaterThan(0)
  })

  it('[OP1] waits until the own words have arrived', async () => {
    const { live, id } = await withPlan()
    setText(live.doc, id, 'where', 'bij opa')
    expect(live.getStatus().arrived).toBe(false)
    expect(await open(live)).toEqual({ ok: true })
    expect(bodies()).toHaveLength(1)
    expect(sent[0]).toContain('bij opa')
  })

  it('[OP1] what came in meanwhile is waited for, and the plan is read anew', async () => {
    const { live, id } = await withPlan()
    const herman = await phone()
    let isWritten = false
    const opening = openDoor(live, closed())
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (!isWritten) {
        isWritten = true
        setText(herman.doc, id, 'where', 'bij Herman')
        // Stored by the server, and not yet here.
        while (rig.relay.stored.head === live.getDetail().head) await rig.world.run(1)
      }
      return serve(url, init)
    })
    expect(await during(opening)).toEqual({ ok: true })
    expect(bodies().map(({ head }) => head)).toEqual([rig.relay.stored.head - 1, rig.relay.stored.head])
    expect(sent[0]).not.toContain('bij Herman')
    expect(sent[1]).toContain('bij Herman')
  })

  it('[OP1] tries a few times only: a circle that goes on writing is told', async () => {
    const { live, id } = await withPlan()
    const herman = await phone()
    let words = 0
    const opening = openDoor(live, closed())
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (url.endsWith('/door/open')) {
        setText(herman.doc, id, 'where', `woord ${(words += 1)}`)
        const { head } = live.getDetail()
        while (rig.relay.stored.head === head) await rig.world.run(1)
      }
      return serve(url, init)
    })
    expect(await during(opening)).toEqual({ ok: false, why: 'busy' })
    expect(sent.length).toBeGreaterThan(2)
    expect(sent.length).toBeLessThan(10)
  })

  it.each(['lost', { status: 500, body: { refusal: 'failed' } }] as const)(
    '[OP1] an answer that is lost says nothing: the server is asked what is so (%s)',
    async (how) => {
      const { live } = await withPlan()
      answer = () => {
        serverNow = { kind: 'open' }
        return how
      }
      expect(await open(live)).toEqual({ ok: true })
      serverNow = closed()
      answer = () => how
      expect(await open(live)).toEqual({ ok: false, why: how === 'lost' ? 'offline' : 'failed' })
    },
  )

  it.each(['refused', 'stale'])('[PH5] who is second is told that it is open (%s)', async (refusal) => {
    const { live } = await withPlan()
    answer = () => {
      serverNow = { kind: 'open' }
      return { status: 403, body: { refusal } }
    }
    expect(await open(live)).toEqual({ ok: false, why: 'another' })
    expect(bodies()).toHaveLength(1)
  })

  it('[PH5] who asks while another opening is under way is told as soon as that has happened', async () => {
    const { live } = await withPlan()
    let isOpening = true
    answer = () => {
      // The server says that its head is another, and none comes: the room goes instead.
      if (isOpening) {
        isOpening = false
        serverNow = { kind: 'open' }
        rig.world.setTimer(() => {
          rig.relay.isUp = false
          rig.relay.restart(4205)
        }, 100)
      }
      return { status: 409, body: { refusal: 'stale', field: 'head' } }
    }
    const before = Date.now()
    expect(await open(live)).toEqual({ ok: false, why: 'another' })
    expect(bodies()).toHaveLength(1)
    // Not only when patience has run out.
    expect(Date.now() - before).toBeLessThan(5_000)
  })

  it('[PH2] a revision that is older than the server’s is asked anew, and nothing else changes', async () => {
    const { live } = await withPlan()
    serverNow = { ...closed(), revision: 9 }
    answer = ({ revision }) =>
      revision === 9 ? { status: 200, body: { since: '' } } : { status: 409, body: { refusal: 'stale' } }
    expect(await open(live)).toEqual({ ok: true })
    expect(bodies().map(({ revision }) => revision)).toEqual([3, 9])
  })

  it('[PH7] a phone of which nobody else asked is told that it takes a second person', async () => {
    const { live } = await withPlan()
    answer = () => ({ status: 403, body: { refusal: 'refused' } })
    expect(await open(live, closed({ role: 'member' }))).toEqual({ ok: false, why: 'second' })
    expect(await open(live)).toEqual({ ok: false, why: 'refused' })
  })

  it('[OP1] words of this device that do not arrive keep the door closed, and nothing is sent', async () => {
    const { live, id } = await withPlan()
    rig.relay.isUp = false
    rig.relay.restart()
    setText(live.doc, id, 'where', 'bij opa')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const opening = openDoor(live, closed())
    for (let i = 0; i < 12; i += 1) {
      await vi.advanceTimersByTimeAsync(1000)
      await new Promise((next) => setImmediate(next))
    }
    expect(await opening).toEqual({ ok: false, why: 'words' })
    expect(sent).toEqual([])
  })

  it('[OP1] without a key nothing is sent', async () => {
    const { live } = await withPlan()
    dropKey(seat, rig.secret.room)
    expect(await open(live)).toEqual({ ok: false, why: 'refused' })
    expect(sent).toEqual([])
  })
})

describe('what crosses', () => {
  it('[CR1] no idea, deleted word, agreement taken away, fact of the circle or device: only what is shown', async () => {
    const { live, id } = await withPlan('Samen eten op zondag')
    const { doc } = live
    const secret = {
      typed: 'geheimzinnig-getypt',
      gone: 'geheimzinnig-weg',
      idea: 'geheimzinnig-idee',
      person: 'geheimzinnig-mens',
      question: 'geheimzinnig-vraag',
      device: 'geheimzinnig-toestel',
      asker: 'geheimzinnig-vrager',
    }
    setText(doc, id, 'where', secret.typed)
    setText(doc, id, 'where', 'bij opa')
    removeAgreement(doc, addAgreement(doc, newId, secret.gone))
    addIdea(doc, { id: newId(), text: secret.idea, by: 'edith', name: 'tante Edith' })
    writeCircle(doc, {
      circle: secret.question,
      question: secret.question,
      people: [{ ...nobody, id: 'edith', name: secret.person }],
      points: [],
    })
    enterCircle(doc, { id: secret.device, name: secret.device, personId: 'edith', kind: 'phone' })
    askOpening(doc, secret.device, { personId: 'edith', name: secret.asker, at: 1 })
    await rig.world.run(1000)
    expect(await open(live)).toEqual({ ok: true })
    // A control that this search finds what is there.
    expect(sent[0]).toContain('Samen eten op zondag')
    expect(sent[0]).toContain('bij opa')
    for (const word of Object.values(secret)) expect(sent[0]).not.toContain(word)
    const everything = JSON.stringify(doc.toJSON())
    for (const word of [secret.gone, secret.person, secret.device, secret.asker, secret.idea])
      expect(everything).toContain(word)
    expect(readAgreements(doc)).toHaveLength(1)
  })
})
