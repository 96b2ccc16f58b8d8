import type { IncomingMessage } from 'node:http'

/**
 * Where a request comes from, for counting only. Behind a proxy of our own the last entry of X-Forwarded-For is
 * what that proxy saw; without one the header is anybody's invention and is not read.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  if (trustProxy) {
    const header = request.headers['x-forwarded-for']
    const last = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1)?.trim()
    if (last) return placeOf(last)
  }
  return placeOf(request.socket.remoteAddress ?? '')
}

/**
 * The place that an address stands for. One subscriber has a whole IPv6 network of 2^64 addresses: the first half
 * counts, or a limit per address would be none.
 */
function placeOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/i.exec(address)?.[1]
  if (ipv4 !== undefined) return ipv4
  if (!address.includes(':')) return address
  const [bare = ''] = address.replace(/^\[|\](?::\d+)?$/g, '').split('%')
  const [head = '', tail] = bare.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
