import { join } from 'node:path'
import type { RoomState } from '@kringplan/shared/sealed/welcome'
import { type LogStore, openLogStore } from './logStore.ts'

/** What the relay keeps of a sealed room besides ciphertext. */
export type SealedRoom = {
  readonly room: string
  readonly conference: string
  readonly tokenHash: Uint8Array
  readonly epoch: number
  readonly head: number
  readonly snapSeq: number
  readonly logBytes: number
}

/** A key that a room had before: who proves it gets the wraps of the next, and nothing else. */
export type PastEpoch = { readonly tokenHash: Uint8Array; readonly wraps: Uint8Array }

/** A line that waits for the door to open: `said` is its JSON. `once`: another of this kind and seat is passed over. */
export type DoorLine = {
  readonly seat: string
  readonly kind: string
  readonly once: boolean
  readonly said: string
}

/** A public key that a seat named as that of its device. With it nothing opens. */
export type DeviceKey = { readonly seat: string; readonly key: Uint8Array }

/** The file of the sealed rooms. Everything that changes runs inside `log.write`. */
export interface SealedStore {
  readonly log: LogStore
  find(room: string): SealedRoom | undefined
  found(room: {
    room: string
    conference: string
    tokenHash: Uint8Array
    schemaVersion: number
    day: string
  }): void
  /** The place of an entry that is stored already, known by its digest. */
  seen(room: string, digest: Uint8Array): number | undefined
  append(room: SealedRoom, digest: Uint8Array, blob: Uint8Array, day: string): number
  /** Puts a snapshot in the place of all entries up to and including `seq`. */
  snapshot(room: SealedRoom, seq: number, blob: Uint8Array, day: string): void
  /** Gives the room its next key: a snapshot under it is all that stays; what was sealed under the last one goes, on paper too. */
  rekey(
    room: SealedRoom,
    next: { tokenHash: Uint8Array; wraps: Uint8Array; blob: Uint8Array; day: string },
  ): void
  /** What was kept of an earlier epoch. */
  past(room: string, epoch: number): PastEpoch | undefined
  /** What somebody needs who has applied everything up to `fromSeq`; everything when that is past the head. */
  stateSince(room: SealedRoom, fromSeq: number): RoomState
  half(room: string, seat: string, device: string): Uint8Array | undefined
  keepHalf(room: string, seat: string, device: string, half: Uint8Array): void
  /** The public keys that seats have named as their own, which was named first first. */
  deviceKeys(room: string): readonly DeviceKey[]
  nameKey(room: string, seat: string, key: Uint8Array): void
  paper(room: string): { readonly tokenHash: Uint8Array; readonly wrap: Uint8Array } | undefined
  keepPaper(room: string, tokenHash: Uint8Array, wrap: Uint8Array): void
  /** Keeps a line of the log of the door that tells of the inside. Of kinds that are said once, the first for each seat. */
  keepLine(room: string, line: DoorLine): void
  /** These lines, in the order in which they were kept. */
  lines(room: string): readonly DoorLine[]
  roomsOf(conference: string): readonly string[]
  /**
   * Rooms without an entry since the day `limit`, found so on an earlier day too. A clock that jumps ahead (a machine
   * that starts before it knows the time) would otherwise erase every draft at once.
   */
  idleRooms(today: string, limit: string): readonly string[]
  erase(room: string): void
}

/** How many stored entries are recognised when they come again. A copy of an older one is stored twice, which harms nothing. */
const recognised = 4000
/** Devices of one seat whose half is kept: more are reloads of private windows, the oldest goes. */
const halvesPerSeat = 20
/** Pages of one seat that are open at the same time may each have a key pair; a board has another after each reload. */
const keysPerSeat = 8
/** More than any meeting has. */
const linesPerRoom = 1000

// Of what is written no times but one day per room, and no author: who wrote is inside the ciphertext. Lines of the door's log have both.
const migrations = [
  `CREATE TABLE rooms (
     room TEXT PRIMARY KEY, conference TEXT NOT NULL, tokenHash BLOB NOT NULL, schemaVersion INTEGER NOT NULL,
     epoch INTEGER NOT NULL, head INTEGER NOT NULL, snapSeq INTEGER NOT NULL, logBytes INTEGER NOT NULL,
     lastEntryDay TEXT NOT NULL
   ) STRICT;
   CREATE INDEX roomsByConference ON rooms (conference);
   CREATE TABLE entries (
     room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, seq INTEGER NOT NULL, blob BLOB NOT NULL,
     PRIMARY KEY (room, seq)
   ) STRICT;
   CREATE TABLE digests (
     room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, digest BLOB NOT NULL, seq INTEGER NOT NULL,
     PRIMARY KEY (room, digest)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX digestsBySeq ON digests (room, seq);
   CREATE TABLE snapshots (
     room TEXT PRIMARY KEY REFERENCES rooms ON DELETE CASCADE, blob BLOB NOT NULL
   ) STRICT;
   CREATE TABLE halves (
     id INTEGER PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, seat TEXT NOT NULL,
     device TEXT NOT NULL, half BLOB NOT NULL, UNIQUE (room, seat, device)
   ) STRICT;
   CREATE TABLE papers (
     room TEXT PRIMARY KEY REFERENCES rooms ON DELETE CASCADE, tokenHash BLOB NOT NULL, wrap BLOB NOT NULL
   ) STRICT;`,
  'ALTER TABLE rooms ADD COLUMN idleSeenOn TEXT',
  `CREATE TABLE pastEpochs (
     room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, epoch INTEGER NOT NULL,
     tokenHash BLOB NOT NULL, wraps BLOB NOT NULL, PRIMARY KEY (room, epoch)
   ) STRICT;`,
  `CREATE TABLE deviceKeys (
     id INTEGER PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, seat TEXT NOT NULL,
     key BLOB NOT NULL, UNIQUE (room, seat, key)
   ) STRICT;`,
  `CREATE TABLE doorLines (
     id INTEGER PRIMARY KEY, room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, seat TEXT NOT NULL, kind TEXT NOT NULL,
     once INTEGER NOT NULL, said TEXT NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX doorLinesOnce ON doorLines (room, seat, kind) WHERE once = 1;
   CREATE INDEX doorLinesByRoom ON doorLines (room);`,
]

/** Opens `<dataDir>/sealed.db`. */
export function openSealedStore(dataDir: string): SealedStore {
  const log = openLogStore(join(dataDir, 'sealed.db'), migrations, true)
  const { db } = log
  const find = db.prepare<[string], SealedRoom>(
    'SELECT room, conference, tokenHash, epoch, head, snapSeq, logBytes FROM rooms WHERE room = ?',
  )
  const found = db.prepare(
    `INSERT INTO rooms (room, conference, tokenHash, schemaVersion, epoch, head, snapSeq, logBytes, lastEntryDay)
     VALUES (?, ?, ?, ?, 1, 0, 0, 0, ?)`,
  )
  const seen = db
    .prepare<[string, Uint8Array], number>('SELECT seq FROM digests WHERE room = ? AND digest = ?')
    .pluck()
  const insert = db.prepare('INSERT INTO entries (room, seq, blob) VALUES (?, ?, ?)')
  const remember = db.prepare('INSERT INTO digests (room, digest, seq) VALUES (?, ?, ?)')
  const forget = db.prepare('DELETE FROM digests WHERE room = ? AND seq <= ?')
  const grow = db.prepare(
    'UPDATE rooms SET head = ?, logBytes = logBytes + ?, lastEntryDay = max(lastEntryDay, ?) WHERE room = ?',
  )
  const putSnapshot = db.prepare(
    'INSERT INTO snapshots (room, blob) VALUES (?, ?) ON CONFLICT (room) DO UPDATE SET blob = excluded.blob',
  )
  const trim = db.prepare('DELETE FROM entries WHERE room = ? AND seq <= ?')
  const shrink = db.prepare(
    `UPDATE rooms SET snapSeq = ?, lastEntryDay = max(lastEntryDay, ?), logBytes =
       (SELECT coalesce(sum(length(blob)), 0) FROM entries WHERE entries.room = rooms.room) WHERE room = ?`,
  )
  const keepPast = db.prepare('INSERT INTO pastEpochs (room, epoch, tokenHash, wraps) VALUES (?, ?, ?, ?)')
  const nextEpoch = db.prepare('UPDATE rooms SET epoch = epoch + 1, tokenHash = ? WHERE room = ?')
  const dropPaper = db.prepare('DELETE FROM papers WHERE room = ?')
  const past = db.prepare<[string, number], PastEpoch>(
    'SELECT tokenHash, wraps FROM pastEpochs WHERE room = ? AND epoch = ?',
  )
  const readSnapshot = db.prepare<[string], Uint8Array>('SELECT blob FROM snapshots WHERE room = ?').pluck()
  const readEntries = db.prepare<[string, number], { seq: number; blob: Uint8Array }>(
    'SELECT seq, blob FROM entries WHERE room = ? AND seq > ? ORDER BY seq',
  )
  const half = db
    .prepare<[string, string, string], Uint8Array>(
      'SELECT half FROM halves WHERE room = ? AND seat = ? AND device = ?',
    )
    .pluck()
  const putHalf = db.prepare('INSERT INTO halves (room, seat, device, half) VALUES (?, ?, ?, ?)')
  const trimHalves = db.prepare(
    `DELETE FROM halves WHERE room = @room AND seat = @seat AND id NOT IN
       (SELECT id FROM halves WHERE room = @room AND seat = @seat ORDER BY id DESC LIMIT ${halvesPerSeat})`,
  )
  const readKeys = db.prepare<[string], DeviceKey>(
    'SELECT seat, key FROM deviceKeys WHERE room = ? ORDER BY id',
  )
  const putKey = db.prepare('INSERT OR IGNORE INTO deviceKeys (room, seat, key) VALUES (?, ?, ?)')
  const trimKeys = db.prepare(
    `DELETE FROM deviceKeys WHERE room = @room AND seat = @seat AND id NOT IN
       (SELECT id FROM deviceKeys WHERE room = @room AND seat = @seat ORDER BY id DESC LIMIT ${keysPerSeat})`,
  )
  const paper = db.prepare<[string], { tokenHash: Uint8Array; wrap: Uint8Array }>(
    'SELECT tokenHash, wrap FROM papers WHERE room = ?',
  )
  const putPaper = db.prepare(
    `INSERT INTO papers (room, tokenHash, wrap) VALUES (?, ?, ?)
     ON CONFLICT (room) DO UPDATE SET tokenHash = excluded.tokenHash, wrap = excluded.wrap`,
  )
  const putLine = db.prepare(
    `INSERT INTO doorLines (room, seat, kind, once, said)
     SELECT @room, @seat, @kind, @once, @said WHERE (SELECT count(*) FROM doorLines WHERE room = @room) < ${linesPerRoom}
     ON CONFLICT DO NOTHING`,
  )
  const readDoorLines = db.prepare<[string], Omit<DoorLine, 'once'> & { once: number }>(
    'SELECT seat, kind, once, said FROM doorLines WHERE room = ? ORDER BY id',
  )
  const roomsOf = db.prepare<[string], string>('SELECT room FROM rooms WHERE conference = ?').pluck()
  const markBusy = db.prepare('UPDATE rooms SET idleSeenOn = NULL WHERE lastEntryDay >= ?')
  const markIdle = db.prepare(
    `UPDATE rooms SET idleSeenOn = @today
     WHERE lastEntryDay < @limit AND (idleSeenOn IS NULL OR idleSeenOn > @today)`,
  )
  const idle = db
    .prepare<[string, string], string>('SELECT room FROM rooms WHERE lastEntryDay < ? AND idleSeenOn < ?')
    .pluck()
  const erase = db.prepare('DELETE FROM rooms WHERE room = ?')

  return {
    log,
    find: (room) => find.get(room),
    found: (room) => void found.run(room.room, room.conference, room.tokenHash, room.schemaVersion, room.day),
    seen: (room, digest) => seen.get(room, digest),
    append: ({ room, head }, digest, blob, day) => {
      const seq = head + 1
      insert.run(room, seq, blob)
      remember.run(room, digest, seq)
      forget.run(room, seq - recognised)
      grow.run(seq, blob.length, day, room)
      return seq
    },
    snapshot: ({ room }, seq, blob, day) => {
      putSnapshot.run(room, blob)
      trim.run(room, seq)
      shrink.run(seq, day, room)
    },
    rekey: ({ room, epoch, head, tokenHash }, next) => {
      keepPast.run(room, epoch, tokenHash, next.wraps)
      nextEpoch.run(next.tokenHash, room)
      putSnapshot.run(room, next.blob)
      trim.run(room, head)
      shrink.run(head, next.day, room)
      forget.run(room, head)
      dropPaper.run(room)
    },
    past: (room, epoch) => past.get(room, epoch),
    stateSince: ({ room, epoch, head, snapSeq }, fromSeq) => {
      const from = fromSeq > head ? 0 : fromSeq
      const snapshot = from < snapSeq ? (readSnapshot.get(room) ?? null) : null
      return { epoch, head, snapSeq, snapshot, entries: readEntries.all(room, from) }
    },
    half: (room, seat, device) => half.get(room, seat, device),
    keepHalf: (room, seat, device, bytes) => {
      putHalf.run(room, seat, device, bytes)
      trimHalves.run({ room, seat })
    },
    deviceKeys: (room) => readKeys.all(room),
    nameKey: (room, seat, key) => {
      putKey.run(room, seat, key)
      trimKeys.run({ room, seat })
    },
    paper: (room) => paper.get(room),
    keepPaper: (room, tokenHash, wrap) => void putPaper.run(room, tokenHash, wrap),
    keepLine: (room, { seat, kind, once, said }) =>
      void putLine.run({ room, seat, kind, once: once ? 1 : 0, said }),
    lines: (room) => readDoorLines.all(room).map((line) => ({ ...line, once: line.once === 1 })),
    roomsOf: (conference) => roomsOf.all(conference),
    idleRooms: (today, limit) => {
      markBusy.run(limit)
      markIdle.run({ today, limit })
      return idle.all(limit, today)
    },
    erase: (room) => void erase.run(room),
  }
}
