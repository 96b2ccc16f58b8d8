import type { ClosedView, OpenView, SeatView } from '@kringplan/shared/contract/seatView'
import type { Phase } from '@kringplan/shared/phase/phases'
import { noEnding, type PlanContent } from '@kringplan/shared/plan/content'
import type { Role, Setting, Standing } from '@kringplan/shared/policy/roles'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { createHash, randomBytes } from 'node:crypto'
import { Browser } from './browser.testkit.ts'
import type { TestApp } from './testApp.testkit.ts'

/** A seat in a browser of its own. */
export interface Sitting {
  readonly browser: Browser
  readonly seat: string
  readonly role: Role
  readonly standing: Standing
}

/** A conference with somebody in every role and standing, each in a browser of their own. */
export interface Circle {
  readonly id: string
  readonly desk: string
  readonly coordinator: Sitting
  readonly member: Sitting
  readonly professional: Sitting
  readonly board: Sitting
  readonly pending: Sitting
  /** Only with a door, from information on. */
  readonly outside: Sitting | undefined
  readonly all: readonly Sitting[]
  readonly joinCode: string
  /** The tokens of the personal links by name. */
  readonly tokens: Readonly<Record<string, string>>
  /** The room of the draft and what proves its key, once the door is closed. */
  readonly room: { readonly id: string; readonly doorToken: Buffer }
}

export const models = { withDoor: 'eigenKracht', together: 'alleHens' } as const

const someone = (name: string, role: 'member' | 'professional') => ({
  name,
  role,
  language: 'nl' as const,
  mainPerson: false,
})

/** Makes a conference by the contract alone and takes it to this phase. */
export async function makeCircle(
  test: TestApp,
  setting: Setting,
  phase: Phase = 'preparation',
): Promise<Circle> {
  const port = test.app.port
  const at = () => new Browser(port)
  const chief = at()
  const { desk } = await chief.do('signIn', {}, { token: await test.signInToken() })
  const made = await chief.do(
    'createConference',
    { desk },
    {
      model: models[setting],
      door: 'off',
      circle: 'De kring van Johan',
      question: 'Waar kan Johan wonen?',
      people: [
        someone('Edith', 'member'),
        someone('Herman', 'member'),
        someone('Sanne', 'professional'),
        someone('Kees', 'professional'),
      ],
      startsAt: null,
      place: 'Het Anker',
    },
  )
  const coordinator: Sitting = { browser: chief, seat: made.seat, role: 'coordinator', standing: 'in' }
  const { links } = await chief.do('links', { seat: made.seat }, {})
  const tokens = Object.fromEntries(links.map(({ name, url }) => [name, url.split('#')[1] ?? '']))
  const sit = async (name: string, role: Role): Promise<Sitting> => {
    const browser = at()
    const { seat } = await browser.do('joinByCard', {}, { token: tokens[name] ?? '', language: 'nl' })
    return { browser, seat, role, standing: 'in' }
  }
  const member = await sit('Edith', 'member')
  const professional = await sit('Sanne', 'professional')
  const leaver = await sit('Kees', 'professional')
  const board = await pairedBoard(at(), coordinator)
  const joinCode = (await openView(member)).joinCode ?? ''
  const waiting = at()
  const asked = await waiting.do('joinByCode', {}, { code: joinCode, language: 'nl', who: { name: 'Ria' } })
  const pending: Sitting = { browser: waiting, seat: asked.seat, role: 'member', standing: 'pending' }

  const room = { id: randomBytes(16).toString('base64url'), doorToken: randomBytes(32) }
  let outside: Sitting | undefined
  if (phase !== 'preparation') {
    await chief.do('begin', { seat: made.seat }, { revision: 0 })
    if (setting === 'withDoor') {
      await leaver.browser.do('leave', { seat: leaver.seat }, {})
      outside = { ...leaver, standing: 'outside' }
    }
  }
  if (phase === 'deliberation' || phase === 'closed') {
    if (setting === 'together') await chief.do('draft', { seat: made.seat }, { revision: 1 })
    else await closeDoor(board, room, 1)
  }
  const after = ['presentation', 'signing', 'followUp'].indexOf(phase)
  if (after >= 0) {
    if (setting === 'withDoor') await closeDoor(board, room, 1)
    else await chief.do('draft', { seat: made.seat }, { revision: 1 })
    await openDoor(board, setting, room, 2)
    if (outside !== undefined) outside = { ...outside, standing: 'in' }
  }
  if (after >= 1) await board.browser.do('freeze', { seat: board.seat }, { revision: 3 })
  if (after >= 2) await board.browser.do('finish', { seat: board.seat }, { revision: 4 })
  if (phase === 'closed') await chief.do('end', { seat: made.seat }, { revision: 2 })
  const all = [coordinator, member, professional, board, pending, ...(outside === undefined ? [] : [outside])]
  return {
    id: made.id,
    desk,
    coordinator,
    member,
    professional,
    board,
    pending,
    outside,
    all,
    joinCode,
    tokens,
    room,
  }
}

/** Closes the door from this seat. */
export async function closeDoor(sitting: Sitting, room: Circle['room'], revision: number): Promise<string> {
  const doorTokenHash = createHash('sha256').update(room.doorToken).digest('base64url')
  const { since } = await sitting.browser.do(
    'closeDoor',
    { seat: sitting.seat },
    { revision, room: room.id, doorTokenHash, schemaVersion: SCHEMA_VERSION },
  )
  return since
}

/** A small plan, as a device that opens the door would send it. */
export const smallPlan: PlanContent = {
  agreements: [
    {
      id: 'swimmingagreement',
      what: 'Wim en Johan gaan samen zwemmen',
      who: [{ kind: 'everybody' }],
      where: 'in het zwembad',
      when: 'elke vrijdagmiddag',
      rule: null,
      fallback: 'Dan gaan ze zaterdag.',
      fallbackWho: [],
    },
  ],
  ending: noEnding,
}

/** Puts a plan on the table from this seat: opens the door, or where there is none presents what was written. */
export async function openDoor(
  sitting: Sitting,
  setting: Setting,
  room: Circle['room'],
  revision: number,
  plan: PlanContent = smallPlan,
): Promise<void> {
  const { browser, seat } = sitting
  if (setting === 'together') return void (await browser.do('present', { seat }, { revision }))
  await browser.do(
    'openDoor',
    { seat },
    {
      revision,
      room: room.id,
      doorToken: room.doorToken.toString('base64url'),
      head: 0,
      plan: structuredClone(plan) as never,
    },
  )
}

/** A browser that becomes the board by its code. */
export async function pairedBoard(browser: Browser, by: Sitting): Promise<Sitting> {
  const { seat } = await browser.do('newBoard', {}, { language: 'nl' })
  const view = await browser.view(seat)
  if (view.kind !== 'pairing') throw new Error(`a new board is told to be ${view.kind}`)
  await by.browser.do('pairBoard', { seat: by.seat }, { code: view.code })
  return { browser, seat, role: 'board', standing: 'in' }
}

/** The view of a seat that must be open. */
export async function openView(sitting: Sitting): Promise<OpenView> {
  const view: SeatView = await sitting.browser.view(sitting.seat)
  if (view.kind !== 'open') throw new Error(`the view is ${view.kind}`)
  return view
}

/** The view of a seat behind the closed door. */
export async function closedView(sitting: Sitting): Promise<ClosedView> {
  const view: SeatView = await sitting.browser.view(sitting.seat)
  if (view.kind !== 'closed') throw new Error(`the view is ${view.kind}`)
  return view
}
