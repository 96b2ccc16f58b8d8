/** Why the server closes a WebSocket, and whether the client should come back by itself. */
export const closeCodes = {
  /** Rights changed: ask again, you will be judged anew. */
  changed: { code: 4205, retry: true },
  /** Not allowed; the same for every reason. */
  refused: { code: 4403, retry: false },
  /** What was sent is not the protocol. */
  nonsense: { code: 4400, retry: false },
  /** Too much, too fast. Come back later. */
  tooMany: { code: 4429, retry: true },
  /** The server goes down for a moment. */
  restarting: { code: 1012, retry: true },
} as const

export type CloseReason = keyof typeof closeCodes

/** Whether to reconnect after this close code. Unknown codes are lost connections: yes. */
export function shouldRetry(code: number): boolean {
  return !Object.values(closeCodes).some((reason) => reason.code === code && !reason.retry)
}
