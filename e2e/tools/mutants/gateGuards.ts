import type { Mutant } from './mutant.ts'

const can = 'shared/src/policy/can.ts'
const router = 'server/src/http/router.ts'
const upgrade = 'server/src/ws/upgrade.ts'
const cookies = 'server/src/http/cookies.ts'
const policy = ['shared/src/policy/policy.test.ts']
const rights = ['server/src/http/rights.test.ts']
const matrix = ['server/src/http/matrix.test.ts']
const wire = ['server/src/http/wire.test.ts']
const hostile = ['server/src/rooms/hostileClient.test.ts']

const anew = 'server/src/conference/anew.ts'
const anewTests = ['server/src/conference/anew.test.ts']

/** Guards of the server: the gate, and what a seat has to prove. */
export const gateGuards: readonly Mutant[] = [
  {
    guard: 'policy: who waits',
    file: can,
    find: "if (who.standing === 'pending' && !withoutStanding.includes(action)) return false",
    replace: '',
    tests: policy,
  },
  {
    guard: 'policy: who is outside',
    file: can,
    find: "if (who.standing === 'outside' && !fromOutside.includes(action)) return false",
    replace: '',
    tests: policy,
  },
  {
    guard: 'route: right asked',
    file: router,
    find: "if (access.kind === 'seat' && !context.services.hub.ask(seatId, access.action)) {",
    replace: "if (access.kind === 'seat' && body === null) {",
    tests: matrix,
    title: 'withDoor, deliberation.*professional in',
  },
  {
    guard: 'route: right asked again in its turn',
    file: router,
    find: '(may() ? change(tx, snapshot) : refused)',
    replace: 'change(tx, snapshot)',
    tests: ['server/src/conference/hub.test.ts'],
  },
  {
    guard: 'route: cookie of the seat',
    file: router,
    find: "if (placed === undefined || !context.cookies.holds('seat', seatId, placed.seat.secretHash)) return undefined",
    replace: 'if (placed === undefined) return undefined',
    tests: rights,
    title: 'keyHalf',
  },
  {
    guard: 'route: one refusal for all',
    file: router,
    find: 'if (sender === undefined) return refused',
    replace: "if (sender === undefined) return { ok: false, refusal: 'unknownLink' }",
    tests: rights,
    title: 'keyHalf',
  },
  {
    guard: 'route: Origin',
    file: router,
    find: "route.method === 'GET' || origins.allows(c.req.header('origin'))",
    replace: "route.method === 'GET' || c !== undefined",
    tests: wire,
  },
  {
    guard: 'route: limit of calls',
    file: router,
    find: "if (!limits.calls.take(key)) return { ok: false, refusal: 'tooMany' }",
    replace: 'void key',
    tests: ['server/src/http/callLimit.test.ts'],
  },
  {
    guard: 'route: no line of what is inside',
    file: router,
    find: 'const isTold = !isInside(route, services.hub.peek(seat))',
    replace: 'const isTold = true',
    tests: ['server/src/http/insideLog.test.ts'],
  },
  {
    guard: 'upgrade: Origin',
    file: upgrade,
    find: 'if (!origins.allows(request.headers.origin)) return false',
    replace: '',
    tests: rights,
    title: 'upgrades',
  },
  {
    guard: 'upgrade: cookie of the seat',
    file: upgrade,
    find: "placed !== undefined && cookies.holds('seat', seatId, placed.seat.secretHash)",
    replace: 'placed !== undefined && cookies !== undefined',
    tests: rights,
    title: 'upgrades',
  },
  {
    guard: 'upgrade: right to the document',
    file: upgrade,
    find: "isNewest && hub.ask(target.seatId, 'plan.read')",
    replace: 'isNewest',
    tests: matrix,
    title: 'withDoor, information.*coordinator in',
  },
  {
    guard: 'upgrade: only the newest document',
    file: upgrade,
    find: "isNewest && hub.ask(target.seatId, 'plan.read')",
    replace: "(isNewest || conference !== undefined) && hub.ask(target.seatId, 'plan.read')",
    tests: matrix,
    title: 'withDoor, presentation.*member in',
  },
  {
    guard: 'upgrade: only the own room',
    file: upgrade,
    find: "room === target.room && hub.ask(target.seatId, 'draft.connect')",
    replace: "room !== undefined && hub.ask(target.seatId, 'draft.connect')",
    tests: hostile,
  },
  {
    guard: 'upgrade: no compression',
    file: upgrade,
    find: 'perMessageDeflate: false',
    replace: 'perMessageDeflate: true',
    tests: hostile,
  },
  {
    guard: 'cookie: HttpOnly',
    file: cookies,
    find: "httpOnly: true,\n          sameSite: 'Strict',\n          path: '/',\n          maxAge: lifetime[kind]",
    replace: "sameSite: 'Strict',\n          path: '/',\n          maxAge: lifetime[kind]",
    tests: wire,
  },
  {
    guard: 'cookie: SameSite',
    file: cookies,
    find: "sameSite: 'Strict',\n          path: '/',\n          maxAge: lifetime[kind]",
    replace: "sameSite: 'Lax',\n          path: '/',\n          maxAge: lifetime[kind]",
    tests: wire,
  },
  {
    guard: 'sweep of sockets after a change',
    file: 'server/src/app.ts',
    find: 'hub.onChange((conferenceId) => rooms.revoke(conferenceId))',
    replace: '',
    tests: ['server/src/conference/moves.test.ts'],
  },
  {
    guard: 'view behind a closed door',
    file: 'server/src/view/seatView.ts',
    find: 'if (isDoorClosed(snapshot.conference)) {',
    replace: 'if (isDoorClosed(snapshot.conference) && seat.ended) {',
    tests: ['server/src/conference/moves.test.ts'],
  },
  {
    guard: 'view sent only when it differs',
    file: 'server/src/live/live.ts',
    find: 'if (bytes !== socket.last) {',
    replace: "if (bytes !== '') {",
    tests: ['server/src/live/live.test.ts'],
  },
  {
    guard: 'half of a key: own room only',
    file: 'server/src/conference/draftKeys.ts',
    find: 'if (!isRoomOf(context, input.room)) return refused\n  const half',
    replace: 'const half',
    tests: ['server/src/conference/moves.test.ts'],
  },
  {
    guard: 'starting anew: another person',
    file: anew,
    find: 'if (asker === undefined || isSame(asker, own)) return refused',
    replace: 'if (asker === undefined) return refused',
    tests: anewTests,
  },
  {
    guard: 'starting anew: two minutes to say no',
    file: anew,
    find: 'if (services.clock.now().getTime() < from) {',
    replace: 'if (services.clock.now().getTime() < 0) {',
    tests: anewTests,
  },
  {
    guard: 'starting anew: who was there when the door closed',
    file: anew,
    find: '  createdAt <= conference.since',
    replace: '  createdAt <= conference.since || true',
    tests: anewTests,
  },
  {
    guard: 'starting anew: who was inside asks',
    file: anew,
    find: 'if (own === undefined || !wasInside(services, own, snapshot)) return refused',
    replace: 'if (own === undefined) return refused',
    tests: anewTests,
  },
  {
    guard: 'starting anew: nobody of who was taken out',
    file: 'server/src/conference/standing.ts',
    find: 'return isOut ? undefined : seat',
    replace: 'return seat',
    tests: anewTests,
  },
  {
    guard: 'starting anew: a while after a no',
    file: anew,
    find: 'if (now.getTime() < from) {',
    replace: 'if (now.getTime() < 0) {',
    tests: anewTests,
  },
  {
    guard: 'starting anew: told to the circle alone',
    file: 'server/src/view/seatView.ts',
    find: "const isCircle = seat.role === 'member' || seat.role === 'board'",
    replace: "const isCircle = seat.role !== 'coordinator' || seat.role === 'coordinator'",
    tests: anewTests,
  },
]
