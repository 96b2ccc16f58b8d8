import { fingerprintCode, fingerprintOf, readScreens } from '@kringplan/server/fingerprint'
import { expect } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { openDoorAtBoard } from '../fixtures/evening.ts'
import { arrived } from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { webDir } from '../fixtures/server.ts'
import { test } from '../fixtures/world.ts'

const built = () => fingerprintOf(readScreens(webDir))

test('[WB1] [WB2] what a screen may not do is refused and noticed: markup from text, scripts inline and of others', async ({
  world,
}) => {
  const visitor = await world.person('Tess', 'phone')
  await visitor.page.goto(world.server.url)
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(world.strays).toEqual([])

  const refusals = await visitor.page.evaluate(() => {
    const attempt = (run: () => void): string => {
      try {
        run()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'failed'
      }
    }
    const script = document.createElement('script')
    return {
      markup: attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
      }),
      address: attempt(() => {
        script.src = '/assets/any.js'
      }),
      policy: attempt(() => {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown }
        }
        trustedTypes.createPolicy('of-somebody-else', { createHTML: (text: string) => text })
      }),
    }
  })
  expect(refusals).toEqual({ markup: 'TypeError', address: 'TypeError', policy: 'TypeError' })
  await visitor.page.evaluate(async () => {
    const image = new Image()
    image.src = 'https://elsewhere.example/pixel.png'
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(image, style)
    await fetch('https://elsewhere.example/').catch(() => undefined)
  })
  for (const directive of [
    'require-trusted-types-for',
    'trusted-types',
    'img-src',
    'style-src-elem',
    'connect-src',
  ]) {
    await expect.poll(() => world.strays.join('\n')).toContain(`refused by policy: ${directive}`)
  }
  // And a request that the policy would let through: a page of elsewhere.
  await visitor.page.goto(`http://127.0.0.2:${world.server.port}/`).catch(() => undefined)
  await expect.poll(() => world.strays.join('\n')).toContain('asked of another host: http://127.0.0.2')
  world.strays.splice(0)
})

test('[WB4] the start page and the page that checks plans say the code of what is served, and what that is worth', async ({
  world,
}) => {
  const visitor = await world.person('Tess', 'phone')
  await visitor.page.goto(world.server.url)
  await visitor.sees(`Code van deze app: ${fingerprintCode(built())}`)
  await visitor.page.goto(`${world.server.url}/controle`)
  await visitor.sees('Een server kan liegen.')
  await visitor.sees(fingerprintCode(built()))
  await visitor.sees(built())
})

test.describe('an upgrade of the server', () => {
  let screens = webDir
  test.use({ wishes: { web: () => screens } })

  test('[WB6] @door in the middle of a draft locks nobody out: old tabs and reloads go on, and afterwards the new app is there', async ({
    world,
  }, info) => {
    const NEW = 'Dit is de app van na de upgrade'
    const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
    const [edith, herman] = phones as [Person, Person]
    await edith.goToPlan()
    await herman.goToPlan()
    await edith.jot('Samen eten op zondag')
    await expect(arrived(edith)).toBeVisible()

    const after = info.outputPath('after')
    mkdirSync(`${after}/assets`, { recursive: true })
    writeFileSync(`${after}/assets/after.js`, 'export {}')
    writeFileSync(
      `${after}/index.html`,
      `<!doctype html><script type="module" src="/assets/after.js"></script><h1>${NEW}</h1>`,
    )
    screens = after
    await world.server.restart()
    const visitor = await world.person('Tess', 'phone')
    await visitor.page.goto(world.server.url)
    await expect(visitor.heading(NEW)).toBeVisible()

    await test.step('an old tab goes on, also with files that it had not fetched yet', async () => {
      await edith.jot('Daarna lopen wij naar huis')
      await expect(arrived(edith)).toBeVisible({ timeout: 40_000 })
      await expect(herman.agreement('Daarna lopen wij naar huis')).toBeVisible()
      await board.page.keyboard.press('?')
      await board.sees(`Code van deze app: ${fingerprintCode(built())}`)
      await board.page.keyboard.press('Escape')
    })

    await test.step('a page that is loaded anew is that of the draft', async () => {
      await herman.page.reload()
      await expect(herman.agreement('Samen eten op zondag')).toBeVisible({ timeout: 30_000 })
      await herman.jot('Herman belt op maandag')
      await expect(edith.agreement('Herman belt op maandag')).toBeVisible()
    })

    await test.step('once the door is open the new app is there', async () => {
      await openDoorAtBoard(board)
      for (const phone of phones) {
        await phone.page.goto(`${world.server.url}/plek/${phone.seat}`)
        await expect(phone.heading(NEW)).toBeVisible()
      }
    })
  })
})
