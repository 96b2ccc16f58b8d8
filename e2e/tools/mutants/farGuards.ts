import type { Mutant } from './mutant.ts'

const joinFar = 'server/src/seats/joinFar.ts'
const farLinks = 'server/src/seats/farLinks.ts'
const tests = ['server/src/seats/joinFar.test.ts']

/** Guards of the one-time link for somebody far away, and of the seats that wait before the closed door. */
export const farGuards: readonly Mutant[] = [
  {
    guard: 'far link: once, of two at the same moment',
    file: joinFar,
    find: '      if (!isOpenTo(context, snapshot, link, input.proof)) return used\n      const standing',
    replace: '      const standing',
    tests,
  },
  {
    guard: 'far link: the second is told',
    file: joinFar,
    find: '  if (!isOpenTo(context, snapshot, link, input.proof)) return used\n  const person',
    replace: '  const person',
    tests,
  },
  {
    guard: 'far link: only the browser that used it goes on',
    file: joinFar,
    find: 'some(({ id }) => id === seat)',
    replace: 'some(({ id }) => id !== "")',
    tests,
  },
  {
    guard: 'far link: a lost answer is given again to the number of the phone alone',
    file: joinFar,
    find: ' && isSecretOf(proof, proofHash)',
    replace: '',
    tests,
  },
  {
    guard: 'far link: the number opens no seat that came in',
    file: joinFar,
    find: "!seat.ended && seat.standing === 'pending',",
    replace: '!seat.ended,',
    tests,
  },
  {
    guard: 'far link: the secret that was lost on the way works no more',
    file: joinFar,
    find: 'await giveAgain(context, tx, usedBy)',
    replace: '',
    tests,
  },
  {
    guard: 'far link: a newer one ends the seat that nobody let in',
    file: joinFar,
    find: 'await endWaiting(context, tx, snapshot, earlier)',
    replace: '',
    tests,
  },
  {
    guard: 'far link: a newer one ends no seat that came in',
    file: joinFar,
    find: "ids.includes(id) && !ended && standing === 'pending'",
    replace: 'ids.includes(id) && !ended',
    tests,
  },
  {
    guard: 'far link: none of which the circle would not read',
    file: joinFar,
    find: '    return failed\n',
    replace: '',
    tests,
  },
  {
    guard: 'far link: works on where no seat came of it',
    file: joinFar,
    find: 'if (taken !== undefined) farLinks.free(input.link, taken)',
    replace: '',
    tests,
  },
  {
    guard: 'far link: a next key ends it',
    file: joinFar,
    find: 'if (services.rooms.epochOf(link.room) !== link.epoch) return unknownLink',
    replace: '',
    tests,
  },
  {
    guard: 'far link: made by who proves the key',
    file: joinFar,
    find: 'if (refusal !== null) return refusal',
    replace: '',
    tests,
  },
  {
    guard: 'far link: for members only',
    file: joinFar,
    find: "id === who.personId && role === 'member'",
    replace: 'id === who.personId',
    tests,
  },
  {
    guard: 'far link: ten minutes',
    file: farLinks,
    find: 'link.until <= now()) return undefined',
    replace: 'link.until < 0) return undefined',
    tests,
  },
  {
    guard: 'far link: so many of a conference',
    file: farLinks,
    find: 'own.length >= MAX_LINKS || ',
    replace: '',
    tests,
  },
  {
    guard: 'far link: so many for a person',
    file: farLinks,
    find: ' || forPerson.length >= MAX_OF_PERSON',
    replace: '',
    tests,
  },
  {
    guard: 'far link: a new one ends the one before',
    file: farLinks,
    find: 'change(hash, { isOver: true })',
    replace: 'change(hash, {})',
    tests,
  },
  {
    guard: 'seat at the door: who was taken out is asked about',
    file: 'server/src/seats/askForSeat.ts',
    find: ' || wasTakenOut(snapshot, person.id)',
    replace: '',
    tests,
  },
  {
    guard: 'ticket: none of another conference is put out',
    file: 'server/src/seats/doorTickets.ts',
    find: 'filter(([, { conferenceId }]) => conferenceId === ticket.conferenceId)',
    replace: 'filter(() => true)',
    tests: ['server/src/seats/doorTickets.test.ts'],
  },
]
