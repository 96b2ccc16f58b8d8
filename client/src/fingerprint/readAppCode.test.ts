import { describe, expect, it } from 'vitest'
import { readAppCode } from './readAppCode.ts'

const now = { fingerprint: 'aa'.repeat(32), code: 'aaaa aaaa aaaa aaaa', entry: '/assets/now.js' }
const earlier = { fingerprint: 'bb'.repeat(32), code: 'bbbb bbbb bbbb bbbb', entry: '/assets/earlier.js' }
const says = (body: string, status = 200): typeof fetch => {
  return async () => new Response(body, { status })
}
const both = says(JSON.stringify({ builds: [now, earlier] }))

describe('the code of the app', () => {
  it('[WB4] is that of the build this page is of, also when it is not the newest', async () => {
    expect(await readAppCode('/assets/now.js', both)).toEqual(now)
    expect(await readAppCode('/assets/earlier.js', both)).toEqual(earlier)
  })

  it('[WB4] is not there where nothing is known of this page, and nothing is thrown', async () => {
    expect(await readAppCode('/assets/other.js', both)).toBeNull()
    expect(await readAppCode(null, both)).toBeNull()
    expect(await readAppCode('/assets/now.js', says('<!doctype html>'))).toBeNull()
    expect(await readAppCode('/assets/now.js', says('{}'))).toBeNull()
    expect(await readAppCode('/assets/now.js', says('{"builds":[]}', 503))).toBeNull()
    expect(await readAppCode('/assets/now.js', () => Promise.reject(new TypeError('no network')))).toBeNull()
  })
})
