import { expect } from '@playwright/test'
import { test } from '../fixtures/world.ts'

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
