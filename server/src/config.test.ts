import { describe, expect, it } from 'vitest'
import { ConfigError, doubts, readConfig } from './config.ts'

describe('the settings', () => {
  it('may all be left out', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4321, url: null, demo: false, trustProxy: false })
    expect(config.dataDir).toMatch(/\.data/)
  })

  it('are taken from the environment', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      KRINGPLAN_DATA: '/srv/kring',
      KRINGPLAN_URL: 'https://kring.example/',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/kring',
      url: 'https://kring.example',
    })
  })

  it('that are hardly ever meant are told about', () => {
    expect(doubts(readConfig({}))).toEqual([])
    expect(doubts(readConfig({ HOST: '0.0.0.0' }))).toEqual([expect.stringContaining('KRINGPLAN_URL')])
    const https = { HOST: '0.0.0.0', KRINGPLAN_URL: 'https://kring.example' }
    expect(doubts(readConfig(https))).toEqual([expect.stringContaining('KRINGPLAN_TRUST_PROXY')])
    expect(doubts(readConfig({ ...https, KRINGPLAN_TRUST_PROXY: '1' }))).toEqual([])
  })

  it.each([
    ['KRINGPLAN_COORDINATOR', ' '],
    ['KRINGPLAN_COORDINATOR', 'x'.repeat(41)],
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'http://x'],
    ['KRINGPLAN_URL', 'kring.example'],
    ['KRINGPLAN_URL', 'https://kring.example/path'],
    ['KRINGPLAN_URL', 'ftp://kring.example'],
    ['KRINGPLAN_TRUST_PROXY', 'yes'],
    ['KRINGPLAN_LOG', 'loud'],
  ])('%s=%s is a mistake, told in one sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be [^.]*(\\.[^.]*)*\\.$`))
  })
})
