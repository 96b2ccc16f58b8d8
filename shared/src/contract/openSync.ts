/*
 * The y-websocket protocol as our open documents speak it, and what we add. Message types 0 sync, 1 awareness,
 * 2 auth, 3 query awareness are y-websocket's own.
 */

/**
 * Server to client: varUint ACK, varUint n. "The n-th document frame (sync step 2 or update) that you sent on
 * this socket is committed to disk." Ordinary y-websocket clients ignore it.
 */
export const ACK = 100

/** The name of an open document: the n-th of its conference, `plan-1`. Only the newest can be reached [OP4]. */
export type OpenDocument = `plan-${number}`

/** The name of the n-th open document of a conference. */
export function openDocument(n: number): OpenDocument {
  return `plan-${n}`
}

/** Whether a text names an open document. */
export function isOpenDocument(name: string): name is OpenDocument {
  return /^plan-[1-9]\d{0,8}$/.test(name)
}

/** Largest frame taken on an open document: a huge paste fits, a flood does not. */
export const MAX_OPEN_FRAME = 1024 * 1024

/** Largest stored state of an open document, in bytes. */
export const MAX_OPEN_DOC = 8 * 1024 * 1024

/** Largest awareness frame. Presence is a name and a place, nothing more. */
export const MAX_AWARENESS = 4 * 1024

/** Frames a socket may send: a steady rate per second, and a burst. */
export const FRAME_RATE = { perSecond: 60, burst: 240 } as const
