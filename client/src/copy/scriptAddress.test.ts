import { afterEach, expect, it, vi } from 'vitest'
import { scriptAddress } from './scriptAddress.ts'

afterEach(() => vi.unstubAllGlobals())

it('[WB1] lets the service worker through and no other script, with and without Trusted Types', () => {
  expect(scriptAddress('/shell.js')).toBe('/shell.js')
  expect(() => scriptAddress('/assets/other.js')).toThrow(TypeError)
  const made: string[] = []
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => {
      made.push(name)
      return { createScriptURL: (address: string) => ({ trusted: rules.createScriptURL(address) }) }
    },
  })
  expect(scriptAddress('/shell.js')).toEqual({ trusted: '/shell.js' })
  expect(() => scriptAddress('https://elsewhere.example/shell.js')).toThrow(TypeError)
  expect(scriptAddress('/shell.js')).toEqual({ trusted: '/shell.js' })
  expect(made).toEqual(['kringplan'])
})
