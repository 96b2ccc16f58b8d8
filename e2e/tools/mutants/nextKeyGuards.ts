import type { Mutant } from './mutant.ts'

const whoStays = 'client/src/door/nextKey.ts'
const staying = 'client/src/door/staying.ts'
const roomKeys = 'client/src/sealed/roomKeys.ts'
const whoTests = ['client/src/door/nextKey.test.ts']
const stayTests = ['client/src/door/staying.test.ts']
const keptTests = ['client/src/sealed/kept.test.ts']
const diskTests = ['server/src/rooms/diskProbe.test.ts']

/** Guards of who gets the next key of a room, and of what is kept over it. */
export const nextKeyGuards: readonly Mutant[] = [
  {
    guard: 'next key: not for who goes',
    file: whoStays,
    find: 'one.seat !== out && stands(one)',
    replace: 'stands(one)',
    tests: whoTests,
  },
  {
    guard: 'next key: not what the server says alone',
    file: whoStays,
    find: 'one.seat !== out && stands(one)',
    replace: 'one.seat !== out',
    tests: whoTests,
  },
  {
    guard: 'next key: what stood in the list counts, also when it was written over',
    file: whoStays,
    find: 'seen.get(seat)?.keys.has(key) === true ||',
    replace: '',
    tests: whoTests,
  },
  {
    guard: 'next key: not: it stands in the list no more',
    file: 'client/src/door/keysSeen.ts',
    find: 'return memoryOf(doc).gone.has(id) && ',
    replace: 'return ',
    tests: whoTests,
  },
  {
    guard: 'next key: who is late is named first',
    file: 'client/src/door/takeOut.ts',
    find: 'if (isUntold(staying)) return',
    replace: 'if (staying.late.length < 0) return',
    tests: whoTests,
  },
  {
    guard: 'next key: a seat names keys for itself only',
    file: 'server/src/conference/draftKeys.ts',
    find: 'doorToken, seat.id, key)',
    replace: 'doorToken, placed.snapshot?.seats[0]?.id ?? seat.id, key)',
    tests: ['server/src/conference/deviceKeys.test.ts'],
  },
  {
    guard: 'next key: not for a seat that has ended',
    file: 'server/src/conference/draftKeys.ts',
    find: '&& !ended)',
    replace: ')',
    tests: ['server/src/conference/deviceKeys.test.ts'],
  },
  {
    guard: 'next key: a device writes its entry again',
    file: staying,
    find: 'if (!isMine || !isKnown) enter(key)',
    replace: 'if (entry?.keys === undefined) enter(key)',
    tests: stayTests,
  },
  {
    guard: 'next key: nobody leaves the list but by one',
    file: staying,
    find: 'if (seen !== undefined && !list.has(id))',
    replace: 'if (seen === undefined)',
    tests: stayTests,
  },
  {
    guard: 'next key: a later one of another page is found',
    file: 'client/src/door/enterRoom.ts',
    find: ' && key.secret.epoch > after',
    replace: '',
    tests: ['client/src/door/laterKey.test.ts'],
  },
  {
    guard: 'next key: none is put over a later one',
    file: 'client/src/sealed/keyStore.ts',
    find: 'if (!isLate) await',
    replace: 'await',
    tests: ['client/src/door/laterKey.test.ts'],
  },
  {
    guard: 'kept: opened with what the document says',
    file: roomKeys,
    find: 'const key = this.#past(epoch)',
    replace: 'const key = epoch < 0 ? this.#past(epoch) : undefined',
    tests: keptTests,
  },
  {
    guard: 'kept: looked for again',
    file: 'client/src/sealed/outboxKeeper.ts',
    find: ' && queue.unopened.length === 0',
    replace: '',
    tests: keptTests,
  },
  {
    guard: 'kept: opens nothing that the relay has',
    file: roomKeys,
    find: 'return deriveKey(key, `kringplan/kept/v1|${room}|${epoch}`)',
    replace: 'return room.length + epoch > 0 ? key : deriveKey(key, room)',
    tests: keptTests,
  },
  {
    guard: 'disk: no line about what it refused a sealed room',
    file: 'server/src/rooms/relayRoom.ts',
    find: "work.then(then).catch(() => member.peer.close('restarting'))",
    replace:
      "work.then(then).catch(() => { this.#deps.log.error({}, 'refused'); member.peer.close('restarting') })",
    tests: diskTests,
  },
  {
    guard: 'disk: a full one is found',
    file: 'server/src/rooms/rooms.ts',
    find: 'void disk.tick()',
    replace: '',
    tests: diskTests,
  },
  {
    guard: 'disk: the file is not written anew while others wait',
    file: 'server/src/rooms/logStore.ts',
    find: 'tryTo(emptyLog)',
    replace: 'tryTo(wipe)',
    tests: ['server/src/rooms/logStore.test.ts'],
  },
  {
    guard: 'heartbeat: another difference is told at once',
    file: 'client/src/sealed/heartbeat.ts',
    find: ' || this.#isOver(own)',
    replace: '',
    tests: ['client/src/sealed/heartbeat.test.ts'],
  },
]
