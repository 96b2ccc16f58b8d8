import { describe, expect, it } from 'vitest'
import { deskPath, homeOf, pageUnder, takeFragment } from './routes.ts'

describe('routes', () => {
  it('[SH3] each role has a home', () => {
    expect(homeOf('member', 'x')).toBe('/plek/x')
    expect(homeOf('board', 'x')).toBe('/bord/x')
    expect(homeOf('professional', 'x')).toBe('/i/x')
    expect(homeOf('coordinator', 'x')).toBe('/c/x')
    expect(deskPath('d', 'nieuw')).toBe('/c/bureau/d/nieuw')
  })

  it('[SH3] the page under a home', () => {
    expect(pageUnder('/plek/x', '/plek/x')).toBe('')
    expect(pageUnder('/plek/x/', '/plek/x')).toBe('')
    expect(pageUnder('/plek/x/plan/abc/wie', '/plek/x')).toBe('plan/abc/wie')
    expect(pageUnder('/plek/xy/plan', '/plek/x')).toBe('')
  })

  it('[SH3] a secret in the fragment is read once and leaves the address at once', () => {
    const written: string[] = []
    const bar = (hash: string) => ({
      location: { hash, pathname: '/k' },
      history: {
        replaceState: (_: unknown, __: string, url?: string | URL | null) => written.push(String(url)),
      },
    })
    expect(takeFragment(bar('#geheim'))).toBe('geheim')
    expect(written).toEqual(['/k'])
    expect(takeFragment(bar(''))).toBe('')
    expect(written).toHaveLength(1)
  })
})
