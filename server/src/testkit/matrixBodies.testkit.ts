import type { Input } from '@kringplan/shared/contract/messages'
import { routes, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import type { Circle } from './circle.testkit.ts'
import { smallPlan } from './circle.testkit.ts'

type Bodies = { readonly [N in RouteName]?: Input<N> }

const id = 'A'.repeat(22)
const hex = 'ab'.repeat(32)

/** What somebody would send who means it: if a right were missing, this would change something. */
export function meantBody(name: RouteName, circle: Circle, revision: number): object {
  const doorToken = circle.room.doorToken.toString('base64url')
  const room = circle.room.id
  const move = { revision }
  const bodies: Bodies = {
    editSelf: { language: 'en' },
    editConference: { place: 'Elders' },
    addPerson: { name: 'Vreemde', role: 'member', language: 'nl', mainPerson: false },
    editPerson: { name: 'Anders' },
    orderPeople: { people: [] },
    writePoints: { points: [{ kind: 'worry', text: 'Een zorg' }] },
    pairBoard: { code: 'KAFT-4736' },
    answerJoin: { answer: 'yes' },
    begin: move,
    draft: move,
    closeDoor: { revision, room: 'B'.repeat(22), doorTokenHash: 'C'.repeat(43), schemaVersion: 1 },
    openDoor: { revision, room, doorToken, head: 0, plan: structuredClone(smallPlan) as never },
    askOpen: { room, doorToken },
    present: move,
    freeze: move,
    table: move,
    finish: move,
    end: move,
    dropProposal: move,
    keyHalf: { room, device: id },
    carryIn: { room, doorToken },
    deviceKeys: { room, doorToken, key: 'D'.repeat(43) },
    storePaper: { room, doorToken, paperTokenHash: 'D'.repeat(43), wrap: id },
    fetchPaper: { room, paperToken: 'D'.repeat(43) },
    askAnew: { room: 'B'.repeat(22), doorTokenHash: 'C'.repeat(43), schemaVersion: SCHEMA_VERSION },
    agreeAnew: { room: 'B'.repeat(22) },
    dropAnew: { room: 'B'.repeat(22) },
    doorTicket: { room, doorToken },
    enterDoor: { room, doorToken },
    farLink: { room, doorToken, who: { name: 'Oom Ben' } },
    takeOut: { room, doorToken, seat: circle.member.seat },
    read: { agreement: 'swimmingagreement', reader: null },
    mark: { on: true },
    answerPlan: { answer: 'can', words: '' },
    sign: {
      version: 1,
      hash: hex,
      personId: id,
      device: 'own',
      mark: { way: 'typed', text: 'Ik' },
      publicKey: hex,
      signature: hex + hex,
    },
    unsign: { personId: id, version: 1 },
    share: { share: 'whole' },
    call: { reason: 'talk' },
    answerCall: { id },
    readLog: { room, doorToken },
    knock: { kind: 'food', personId: null },
    answerKnock: { id, answer: 'yes' },
  }
  return bodies[name] ?? {}
}

/** The address of a route, for something that is there. */
export function pathOf(name: RouteName, circle: Circle, seat: string): string {
  const route: Route = routes[name]
  const thing = name === 'answerJoin' ? circle.pending.seat : 'swimmingagreement'
  return route.path.replace(':seat', seat).replace(':id', thing)
}
