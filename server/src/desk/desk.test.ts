import type { Input } from '@kringplan/shared/contract/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anotherLink, firstLink } from '../firstLink.ts'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, models } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

const browser = () => new Browser(test.app.port)
const tokenOf = (url: string | undefined) => url?.split('#')[1] ?? ''

describe('signing in', () => {
  it('a link works once, for a day', async () => {
    const token = await test.signInToken()
    await browser().do('signIn', {}, { token })
    expect((await browser().no('signIn', {}, { token })).refusal).toBe('unknownLink')
    const late = await test.signInToken()
    test.clock.advance(24 * 60 * 60 * 1000 + 1)
    expect((await browser().no('signIn', {}, { token: late })).refusal).toBe('unknownLink')
  })

  it('a first link is made only while no coordinator exists', async () => {
    const link = await firstLink(test.app.services)
    expect(link).toContain(`http://localhost:${test.app.port}/c#`)
    expect(await firstLink(test.app.services)).toBeDefined()
    const chief = browser()
    const { desk } = await chief.do('signIn', {}, { token: tokenOf(link) })
    expect(await firstLink(test.app.services)).toBeUndefined()
    expect(await chief.do('listConferences', { desk }, {})).toEqual({
      name: 'de coördinator',
      conferences: [],
    })
  })

  it('who becomes a coordinator makes the other links for the same new name void', async () => {
    const links = [await firstLink(test.app.services), await firstLink(test.app.services)]
    const other = await test.signInToken('Hanneke')
    await browser().do('signIn', {}, { token: tokenOf(links[1]) })
    expect((await browser().no('signIn', {}, { token: tokenOf(links[0]) })).refusal).toBe('unknownLink')
    await browser().do('signIn', {}, { token: other })
  })

  it('another link leads to the same desk owner, or to a new one of another name', async () => {
    const first = browser()
    await first.do('signIn', {}, { token: await test.signInToken('Fatma') })
    const nameBy = async (link: string) => {
      const chief = browser()
      const { desk } = await chief.do('signIn', {}, { token: tokenOf(link) })
      return (await chief.do('listConferences', { desk }, {})).name
    }
    expect(await nameBy(await anotherLink(test.app.services, undefined))).toBe('Fatma')
    expect(await nameBy(await anotherLink(test.app.services, 'Hanneke'))).toBe('Hanneke')
    expect(await test.app.services.db.selectFrom('coordinators').selectAll().execute()).toHaveLength(2)
  })
})

describe('a desk', () => {
  it('is refused alike without its cookie, with another’s, and when it is unknown', async () => {
    const mine = browser()
    const { desk } = await mine.do('signIn', {}, { token: await test.signInToken() })
    const other = browser()
    await other.do('signIn', {}, { token: await test.signInToken('Hanneke') })
    const replies = [
      await browser().raw('listConferences', { desk }, {}),
      await other.raw('listConferences', { desk }, {}),
      await mine.raw('listConferences', { desk: 'unknownunknown' }, {}),
      await other.raw('createConference', { desk }, {}),
    ]
    for (const { status, text } of replies) expect([status, text]).toEqual([403, '{"refusal":"refused"}'])
    expect((await mine.raw('listConferences', { desk }, {})).status).toBe(200)
  })

  it('enters only conferences of its own coordinator, and goes on with the seat it holds', async () => {
    const circle = await makeCircle(test, 'together')
    const { browser: chief, seat } = circle.coordinator
    expect(await chief.do('enterConference', { desk: circle.desk, id: circle.id }, {})).toEqual({ seat })
    const other = browser()
    const { desk } = await other.do('signIn', {}, { token: await test.signInToken('Hanneke') })
    expect((await other.no('enterConference', { desk, id: circle.id }, {})).refusal).toBe('refused')
  })

  it('[MO2][MO3] makes conferences of known models, with a door where the model says so', async () => {
    const chief = browser()
    const { desk } = await chief.do('signIn', {}, { token: await test.signInToken() })
    const input: Omit<Input<'createConference'>, 'model'> = {
      door: 'off',
      circle: 'Kring',
      question: 'Hoe?',
      people: [],
      startsAt: null,
      place: '',
    } as const
    for (const model of ['constructor', 'nonsense', '']) {
      expect(await chief.no('createConference', { desk }, { ...input, model })).toEqual({
        refusal: 'badInput',
        field: 'model',
      })
    }
    for (const [setting, model] of Object.entries(models)) {
      const { seat } = await chief.do('createConference', { desk }, { ...input, model })
      expect(await chief.view(seat)).toMatchObject({
        kind: 'open',
        hasDoor: setting === 'withDoor',
        coordinators: ['Fatma'],
      })
    }
    expect((await chief.do('listConferences', { desk }, {})).conferences).toHaveLength(2)
  })
})
