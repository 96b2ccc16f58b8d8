import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'

/** The address that a server sees for a request with this header, with and without a trusted proxy. */
async function seen(forwarded: string | undefined): Promise<readonly string[]> {
  const server = createServer((request, response) => {
    response.end(JSON.stringify([addressOf(request, false), addressOf(request, true)]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers })
  const addresses = (await answer.json()) as string[]
  server.close()
  return addresses
}

describe('the address that is counted', () => {
  it('[JN5] is what the own proxy saw, and never what a caller made up', async () => {
    expect(await seen(undefined)).toEqual(['127.0.0.1', '127.0.0.1'])
    expect(await seen('10.0.0.9')).toEqual(['127.0.0.1', '10.0.0.9'])
    expect(await seen('made.up, 10.0.0.9')).toEqual(['127.0.0.1', '10.0.0.9'])
  })

  it('[JN5] is the network of somebody who has as many IPv6 addresses as they like', async () => {
    const counted = async (forwarded: string) => (await seen(forwarded))[1]
    expect(await counted('2001:db8:1:2:a::1')).toBe('2001:db8:1:2')
    expect(await counted('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe('2001:db8:1:2')
    expect(await counted('2001:DB8:1:3::1')).toBe('2001:db8:1:3')
    expect(await counted('2001:db8::5')).toBe('2001:db8:0:0')
    expect(await counted('fe80::1%eth0')).toBe('fe80:0:0:0')
    expect(await counted('::ffff:10.0.0.9')).toBe('10.0.0.9')
    expect(await counted('::1')).toBe('0:0:0:0')
  })
})
