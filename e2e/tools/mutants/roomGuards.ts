import type { Mutant } from './mutant.ts'

const openRooms = 'server/src/rooms/openRooms.ts'
const relay = 'server/src/rooms/relay.ts'
const relayRoom = 'server/src/rooms/relayRoom.ts'
const openGate = ['server/src/rooms/openGate.test.ts']
const everyFrame = ['server/src/rooms/everyFrame.test.ts']
const relayDoor = ['server/src/rooms/relayDoor.test.ts']
const relayRekey = ['server/src/rooms/relayRekey.test.ts']

/** Guards of the rooms: the policy on every frame, the key, compare and set, what is left on disk. */
export const roomGuards: readonly Mutant[] = [
  {
    guard: 'document: right on every frame',
    file: openRooms,
    find: "if (!mayRead()) return peer.drop('changed')\n",
    replace: '\n',
    tests: everyFrame,
  },
  {
    guard: 'document: right to write',
    file: openRooms,
    find: "room.handle(member, frame, deps.gate.ask(seatId, 'plan.write'))",
    replace: 'room.handle(member, frame, true)',
    tests: openGate,
  },
  {
    guard: 'document: rate',
    file: openRooms,
    find: "return peer.drop('tooMany')",
    replace: 'void rate',
    tests: ['server/src/rooms/openInput.test.ts'],
  },
  {
    guard: 'document: presence of others',
    file: 'server/src/rooms/presence.ts',
    find: 'if (place === null || place.seatId !== peer.seatId) continue',
    replace: 'if (place === null) continue',
    tests: ['server/src/rooms/openInput.test.ts'],
  },
  {
    guard: 'room: right at every delivery',
    file: 'server/src/rooms/peer.ts',
    find: "if (!this.open) return\n    if (!this.#may()) return this.drop('changed')",
    replace: 'if (!this.open) return',
    tests: openGate,
  },
  {
    guard: 'relay: right on every frame',
    file: relay,
    find: "if (!may()) return peer.drop('changed')",
    replace: '',
    tests: everyFrame,
  },
  {
    guard: 'relay: sockets closed by a revocation',
    file: relay,
    find: "if (!deps.gate.ask(peer.seatId, 'draft.connect')) peer.drop('changed')",
    replace: 'void peer',
    tests: everyFrame,
  },
  {
    guard: 'relay: rate outside',
    file: relay,
    find: 'member.proved || member.behind ? rate(now, cost) : outsideRate(now, cost)',
    replace: 'rate(now, cost)',
    tests: ['server/src/rooms/relayOutside.test.ts'],
  },
  {
    guard: 'relay: rate inside',
    file: relay,
    find: "if (!inTime) return reject(member, 'rate', frame.value.type === 'append' ? frame.value.cid : 0)",
    replace: '',
    tests: ['server/src/rooms/relayLog.test.ts'],
  },
  {
    guard: 'relay: only who proved the key writes',
    file: relayRoom,
    find: "if (!member.proved) return reject(member, 'notInside', frame.type === 'append' ? frame.cid : 0)",
    replace: '',
    tests: relayDoor,
  },
  {
    guard: 'relay: only who proved the key is told',
    file: relayRoom,
    find: 'if (other !== from && other.proved) other.peer.deliver(bytes)',
    replace: 'if (other !== from) other.peer.deliver(bytes)',
    tests: relayDoor,
  },
  {
    guard: 'relay: the token',
    file: 'server/src/rooms/doorToken.ts',
    find: 'return timingSafeEqual(digestOf(token), hash)',
    replace: 'return kept !== undefined || timingSafeEqual(digestOf(token), hash)',
    tests: relayDoor,
  },
  {
    guard: 'relay: a room that is not there looks the same',
    file: relayRoom,
    find: "reject(member, 'badToken', 0)\n",
    replace: "reject(member, this.#store.find(this.room) === undefined ? 'gone' : 'badToken', 0)\n",
    tests: relayDoor,
  },
  {
    guard: 'relay: compare and set of a snapshot',
    file: relayRoom,
    find: "if (baseSeq !== found.snapSeq) return 'snapshotRace'\n      if (coversSeq",
    replace: 'if (coversSeq',
    tests: ['server/src/rooms/relayLog.test.ts'],
  },
  {
    guard: 'relay: next key holds all that is stored',
    file: relayRoom,
    find: 'if (found.head !== coversSeq) return this.#hold()',
    replace: '',
    tests: relayRekey,
  },
  {
    guard: 'relay: next key replaces no snapshot that its sender has not seen',
    file: relayRoom,
    find: "if (baseSeq !== found.snapSeq) return 'snapshotRace'\n      if (found.head",
    replace: 'if (found.head',
    tests: ['server/src/rooms/relayRekeyTurn.test.ts'],
  },
  {
    guard: 'relay: next key is of the next epoch',
    file: relayRoom,
    find: "if (found.epoch + 1 !== epoch) return 'snapshotRace'",
    replace: '',
    tests: relayRekey,
  },
  {
    guard: 'relay: nothing more before the next hello',
    file: relayRoom,
    find: 'other.proved = false\n',
    replace: '\n',
    tests: relayRekey,
  },
  {
    guard: 'mailbox: a knock is its own seat’s',
    file: 'server/src/rooms/mailbox.ts',
    find: "if (before !== undefined && before.member.peer.seatId !== member.peer.seatId) return 'ignored'",
    replace: '',
    tests: relayDoor,
  },
  {
    guard: 'disk: the file is written anew',
    file: 'server/src/rooms/logStore.ts',
    find: "db.exec('VACUUM')",
    replace: '',
    tests: [
      'server/src/rooms/logStore.test.ts',
      'server/src/rooms/erase.test.ts',
      'server/src/rooms/sealedStore.test.ts',
    ],
  },
  {
    guard: 'disk: the log is emptied',
    file: 'server/src/rooms/logStore.ts',
    find: 'wal_checkpoint(TRUNCATE)',
    replace: 'wal_checkpoint(PASSIVE)',
    tests: ['server/src/rooms/erase.test.ts'],
  },
]
