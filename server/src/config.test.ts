import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

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

  it.each([
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
