import { expect } from '@playwright/test'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { test } from '../fixtures/world.ts'

const wordsAt = (person: Person, where = person.page.getByRole('main')) =>
  where.getByRole('listitem').allInnerTexts()

/** Makes a link on a phone inside, and reads what would be sent. */
async function makeLink(phone: Person, choose: () => Promise<void>): Promise<string> {
  await phone.press(phone.button('Iemand ver weg'))
  await expect(phone.heading('Wie is er ver weg?')).toBeVisible()
  await choose()
  await phone.press(phone.button('Maak de link'))
  await expect(phone.heading(/^Stuur deze link alleen naar /)).toBeVisible()
  return copied(phone)
}

async function copied(phone: Person): Promise<string> {
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await phone.press(phone.button('Kopieer de link'))
  await phone.sees('De link is gekopieerd. Plak hem in een bericht.')
  return phone.page.evaluate(() => navigator.clipboard.readText())
}

test('[JN8] [WD8] @door an uncle far away comes in by a one-time link and four words; who is second is told so', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
  const link = await makeLink(edith, () => edith.choose(edith.page, 'radio', 'oom Herman'))
  await edith.sees('Bel daarna met oom Herman.')
  // The secret stands in no text and no attribute of the page inside.
  expect(await edith.page.content()).not.toContain(link.split('#')[1])

  const herman = await world.person('oom Herman', 'phone')
  await test.step('opening it shows him his name and nobody else, and consumes nothing', async () => {
    const preview = await world.person('preview', 'phone')
    await preview.page.goto(link)
    await expect(preview.heading('Ben jij oom Herman?')).toBeVisible()
    await preview.seesNothingOf('tante Edith')
    await herman.page.goto(link)
    await expect(herman.heading('Ben jij oom Herman?')).toBeVisible()
    expect(herman.page.url()).not.toContain('#')
    await expect(board.page.getByText('Oom Herman staat voor de deur.')).toHaveCount(0)
  })

  await test.step('a tap, and he stands before the door by name', async () => {
    await herman.press(herman.button('Ja, dat ben ik'))
    await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
    await board.sees('Oom Herman staat voor de deur.')
    await herman.seesNothingOf('Samen eten op zondag')
  })

  await test.step('a second browser is told that the link was used', async () => {
    const other = await world.person('iemand', 'phone')
    await other.page.goto(link)
    await expect(other.heading('Deze link is al gebruikt. Vraag een nieuwe.')).toBeVisible()
    expect(other.page.url()).not.toContain('#')
  })

  await test.step('both read the same words, both say yes, and he is inside', async () => {
    await expect(edith.heading('Oom Herman staat voor de deur.')).toBeVisible()
    await expect(edith.button('Praat met oom Herman')).toBeInViewport()
    await edith.press(edith.button('Praat met oom Herman'))
    await expect(edith.heading('Hoor je oom Herman deze woorden lezen?')).toBeVisible()
    await expect(herman.heading('Lees deze woorden hardop.')).toBeVisible()
    const words = await wordsAt(herman)
    expect(words).toHaveLength(4)
    expect(await wordsAt(edith, edith.page.getByRole('dialog'))).toEqual(words)
    await edith.press(edith.button('Ja, laat oom Herman binnen'))
    await herman.press(herman.button('Ja, dezelfde woorden'))
    await herman.goToPlan()
    await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
    await expect(edith.heading('Oom Herman is binnen.')).toBeVisible()
  })

  await test.step('the log of the door says who made the link, and that he came', async () => {
    await edith.press(edith.button('Terug'))
    await edith.press(edith.link('Wie kwam en wie ging'))
    await edith.sees('tante Edith maakte een link voor oom Herman.')
  })
})

test('[JN8] @door somebody with another name comes by a link too; a new link ends the one before', async ({
  world,
}) => {
  const { phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
  const first = await makeLink(edith, async () => {
    await edith.choose(edith.page, 'radio', 'Iemand anders')
    await edith.press(edith.button('Maak de link'))
    await edith.sees('Hoe heet deze persoon? Typ een naam.')
    await edith.type(edith.page, 'Hoe heet deze persoon?', 'achternicht Bo')
  })
  await edith.press(edith.button('Maak een nieuwe link'))
  await expect(edith.page.getByText('De link is gekopieerd. Plak hem in een bericht.')).toHaveCount(0)
  const second = await copied(edith)
  expect(second).not.toBe(first)
  const bo = await world.person('achternicht Bo', 'phone')
  await bo.page.goto(first)
  await expect(bo.heading('Deze link werkt niet meer. Vraag een nieuwe.')).toBeVisible()
  // In the same tab: only the fragment changes.
  await bo.page.goto(second)
  await bo.press(bo.button('Ja, dat ben ik'))
  await expect(bo.heading('Je staat voor de deur.')).toBeVisible()
  await expect(edith.heading('Achternicht Bo staat voor de deur.')).toBeVisible()
  await edith.press(edith.button('Nu niet'))
  await expect(edith.heading('Wacht tot achternicht Bo binnen is.')).toBeVisible()
})

test('[JN8] @door a tap whose answer was lost is made again, and leads to the one seat it made', async ({
  world,
}) => {
  const { phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
  const link = await makeLink(edith, () => edith.choose(edith.page, 'radio', 'oom Herman'))
  const herman = await world.person('oom Herman', 'phone')
  await herman.page.goto(link)
  const lost: number[] = []
  await herman.page.route('**/api/join/far', async (route) => {
    const request = route.request()
    // By hand, so that no cookie of the answer comes into the browser.
    const { status } = await fetch(request.url(), {
      method: 'POST',
      headers: await request.allHeaders(),
      body: request.postData(),
    })
    lost.push(status)
    await route.abort()
  })
  await herman.press(herman.button('Ja, dat ben ik'))
  await expect.poll(() => lost).toEqual([200])
  await herman.sees('Even geen internet. Probeer het straks opnieuw.')
  await herman.page.unroute('**/api/join/far')

  await test.step('for another phone it is used', async () => {
    const other = await world.person('iemand', 'phone')
    await other.page.goto(link)
    await expect(other.heading('Deze link is al gebruikt. Vraag een nieuwe.')).toBeVisible()
  })

  await test.step('the message in the chat again, in the same tab', async () => {
    await herman.page.goto('about:blank')
    await herman.page.goto(link)
    await herman.press(herman.button('Ja, dat ben ik'))
    await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
    await expect(edith.heading('Oom Herman staat voor de deur.')).toBeVisible()
  })
})

test('[JN8] @door who stands before the door already is brought there by the link also when it is over', async ({
  world,
}) => {
  const { phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
  const link = await makeLink(edith, () => edith.choose(edith.page, 'radio', 'oom Herman'))
  const herman = await world.person('oom Herman', 'phone')
  await herman.page.goto(link)
  await herman.press(herman.button('Ja, dat ben ik'))
  await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
  await herman.page.goto('about:blank')
  await world.server.restart(11 * 60_000)
  await herman.page.goto(link)
  await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
  expect(herman.page.url()).toMatch(/\/aankloppen$/)
  const other = await world.person('iemand', 'phone')
  await other.page.goto(link)
  await expect(other.heading('Deze link werkt niet meer. Vraag een nieuwe.')).toBeVisible()
})

test('[JN8] @door the phone that made the link says until when by its own clock, and when it is over', async ({
  world,
}) => {
  const { phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  // A phone whose clock is three hours behind.
  await edith.page.clock.install({ time: Date.now() - 3 * 3_600_000 })
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
  await makeLink(edith, () => edith.choose(edith.page, 'radio', 'oom Herman'))
  const said = await edith.page.getByText(/tien minuten lang: tot /).innerText()
  const until = /tot (\d+)[.:](\d+) uur/.exec(said)?.slice(1).map(Number) ?? []
  const now = await edith.page.evaluate(() => {
    const here = new Date().toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' })
    return here.split(':').map(Number)
  })
  const minutes = ([hour = NaN, minute = NaN]: readonly number[]) => hour * 60 + minute
  const left = (minutes(until) - minutes(now) + 1440) % 1440
  expect([9, 10]).toContain(left)

  await edith.page.clock.fastForward('09:00')
  await expect(edith.heading('Stuur deze link alleen naar oom Herman.')).toBeVisible()
  await edith.page.clock.fastForward('01:00')
  await expect(edith.heading('De link werkt niet meer.')).toBeFocused()
  await expect(edith.button('Kopieer de link')).toHaveCount(0)
  await edith.press(edith.button('Maak een nieuwe link'))
  await expect(edith.heading('Stuur deze link alleen naar oom Herman.')).toBeVisible()
  await expect(edith.button('Kopieer de link')).toBeVisible()
})
