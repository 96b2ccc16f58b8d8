import type { IncomingMessage } from 'node:http'

/**
 * Where a request comes from, for counting only. Behind a proxy of our own the last entry of X-Forwarded-For is
 * what that proxy saw; without one the header is anybody's invention and is not read.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  if (trustProxy) {
    const header = request.headers['x-forwarded-for']
    const last = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1)?.trim()
    if (last) return last
  }
  return request.socket.remoteAddress ?? ''
}
