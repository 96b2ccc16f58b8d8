import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { seedDemo } from './seedDemo.ts'

let test: TestApp
let demo: Awaited<ReturnType<typeof seedDemo>>
beforeAll(async () => {
  test = await startTestApp({ demo: true })
  demo = await seedDemo(test.app)
})
afterAll(() => test.stop())

const tokenOf = (url: string) => url.split('#')[1] ?? ''

describe.each(['johan', 'wilgenplein'] as const)('the demo of %s', (name) => {
  it('has six links that all work in one browser, again and again', async () => {
    const browser = new Browser(test.app.port)
    const links = demo[name]
    for (let round = 0; round < 2; round += 1) {
      const { desk } = await browser.do('signIn', {}, { token: tokenOf(links.coordinator) })
      expect((await browser.do('listConferences', { desk }, {})).conferences).toHaveLength(1)
      const { seat: chief } = await browser.do('enterConference', { desk, id: links.conferenceId }, {})
      expect(await browser.view(chief)).toMatchObject({
        kind: 'open',
        demo: true,
        practice: true,
        phase: 'preparation',
      })
      const cards = [links.board, links.professional, ...links.members.map(({ url }) => url)]
      const roles: string[] = []
      for (const url of cards) {
        const { seat, standing } = await browser.do('joinByCard', {}, { token: tokenOf(url), language: 'nl' })
        expect(standing).toBe('in')
        const view = await browser.view(seat)
        roles.push(view.kind === 'open' ? view.self.role : view.kind)
      }
      expect(roles).toEqual(['board', 'professional', 'member', 'member', 'member'])
    }
    expect(browser.cookies.size).toBe(7)
  })
})

describe('outside the demo', () => {
  it('a board link opens nothing', async () => {
    const strict = await startTestApp({ demo: true })
    const { johan } = await seedDemo(strict.app)
    const { clock } = strict
    await strict.app.close()
    const real = await startTestApp({ demo: false, dataDir: strict.config.dataDir }, clock)
    const answer = await new Browser(real.app.port).no(
      'joinByCard',
      {},
      { token: tokenOf(johan.board), language: 'nl' },
    )
    expect(answer.refusal).toBe('unknownLink')
    await real.stop()
  })

  it('a sign-in link works once', async () => {
    const strict = await startTestApp({ demo: true })
    const { johan } = await seedDemo(strict.app)
    const signIn = { token: tokenOf(johan.coordinator) }
    await new Browser(strict.app.port).do('signIn', {}, signIn)
    const { clock } = strict
    await strict.app.close()
    const real = await startTestApp({ demo: false, dataDir: strict.config.dataDir }, clock)
    expect((await new Browser(real.app.port).no('signIn', {}, signIn)).refusal).toBe('unknownLink')
    await real.stop()
  })
})
