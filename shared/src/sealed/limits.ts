/** The limits of a sealed room. The relay enforces them; a client keeps below them. Sizes are bytes on the wire. */
export const sealedLimits = {
  /** One blob in an APPEND. */
  blobBytes: 64 * 1024,
  /** One blob in a SNAPSHOT. */
  snapshotBytes: 2 * 1024 * 1024,
  /** All entries after the last snapshot together. */
  logBytes: 8 * 1024 * 1024,
  /** One blob in an EPHEMERAL. */
  ephemeralBytes: 2 * 1024,
  /** The bytes of one KNOCK or ADMIT. */
  knockBytes: 1024,
  /** No WELCOME frame is larger than this: a phone on bad wifi then loses little when the connection drops. */
  welcomeFrameBytes: 256 * 1024,
  /** What an upgrade should allow as the largest frame from a client: a whole snapshot with its head and the wraps of a next key. */
  clientFrameBytes: 2 * 1024 * 1024 + 16 * 1024 + 128,
  /** The next key for each device that stays. */
  wrapsBytes: 16 * 1024,
  messagesPerSecond: 60,
  messageBurst: 120,
  /** Sockets that have proved the key: eighty devices, and those that a lost connection has not ended yet. */
  socketsPerRoom: 160,
  doorTokenMinBytes: 16,
  doorTokenMaxBytes: 32,
  knockIdBytes: 16,
} as const
