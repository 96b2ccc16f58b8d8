import { expect } from '@playwright/test'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import type { Person } from '../fixtures/person.ts'
import { rawStep1 } from '../fixtures/rawPlan.ts'
import { repeatableRandom } from '../fixtures/repeatableRandom.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test, type World } from '../fixtures/world.ts'
import type { RawConference } from '../fixtures/rawConference.ts'

const KEPT = 'Dit mag niemand kwijtraken'

interface Plein {
  readonly conference: RawConference
  readonly ria: Person
  readonly omar: Person
}

/** Two phones with a plan in which something stands. */
async function buildPlein(world: World): Promise<Plein> {
  const conference = await world.conference(wilgenplein)
  const ria = await world.person('Ria', 'phone')
  const omar = await world.person('Omar', 'phone')
  await Promise.all([ria, omar].map((phone) => phone.joinByLink(conference.link(phone.name))))
  await startOpenPlan(conference)
  await Promise.all([ria, omar].map((phone) => phone.goToPlan()))
  await omar.jot(KEPT)
  await expect(ria.agreement(KEPT)).toBeVisible()
  return { conference, ria, omar }
}

/** Nobody lost a word: not on the screen of another, and not after that one loads everything anew. */
async function nobodyLost({ omar }: Pick<Plein, 'omar'>): Promise<void> {
  await expect(omar.agreement(KEPT)).toBeVisible()
  await omar.jot('En schrijven kan nog')
  await expect(omar.page.getByRole('status').filter({ hasText: 'Alles staat op het bord.' })).toBeVisible()
  await omar.page.reload()
  await expect(omar.agreement(KEPT)).toBeVisible()
  await expect(omar.agreement('En schrijven kan nog')).toBeVisible()
}

test('[RF1] an unknown link: a plain sentence', async ({ world }) => {
  const plein = await buildPlein(world)
  const stranger = await world.person('stranger', 'phone')
  for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00%ff', 'a'.repeat(5000)]) {
    await stranger.page.goto(`${world.server.url}/`)
    await stranger.page.goto(`${world.server.url}/k#${token}`)
    await expect(stranger.page.getByText(/Deze kaart werkt niet meer|Dit begrijpen wij niet/)).toBeVisible()
  }
  await nobodyLost(plein)
})

test('[CO3] a wrong code: what is wrong with it, and the typed code stays', async ({ world }) => {
  const plein = await buildPlein(world)
  const stranger = await world.person('stranger', 'phone')
  await stranger.page.goto(`${world.server.url}/`)
  const field = stranger.page.getByRole('textbox', { name: 'Typ de code van je kaart' })
  for (const [typed, sentence] of [
    ['KAFT', 'Een code ziet er zo uit: KAFT-4736'],
    ['💥💥', 'Een code ziet er zo uit: KAFT-4736'],
    ['ABCD-2345', 'Deze code kennen wij niet. Kijk op je kaart.'],
  ] as const) {
    await field.fill(typed)
    await stranger.press(stranger.button('Doe mee'))
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')))
    await expect(field).toHaveValue(typed)
  }
  await nobodyLost(plein)
})

test('[CO4] a strange or long name', async ({ world }) => {
  const plein = await buildPlein(world)
  const code = /[A-Z]{4}-\d{4}/
  const view = await plein.ria.readView()
  const joinCode = view.kind === 'open' ? (code.exec(view.joinCode ?? '')?.[0] ?? '') : ''
  const stranger = await world.person('stranger', 'phone')
  await stranger.page.goto(`${world.server.url}/`)
  await stranger.page.getByRole('textbox').fill(joinCode)
  await stranger.press(stranger.button('Doe mee'))
  await stranger.press(stranger.page.locator('label').filter({ hasText: 'Mijn naam staat er niet bij' }))
  const name = stranger.page.getByRole('textbox')
  for (const typed of ['', '   ', '\u202Egro kwaad', '!!!', 'heel lang '.repeat(10), 'Ria']) {
    await name.fill(typed)
    await stranger.press(stranger.button('Doe mee'))
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveValue(typed)
  }
  await nobodyLost(plein)
})

test('[CO5] a malformed body is refused in one form, whatever is wrong with it', async ({ world }) => {
  const plein = await buildPlein(world)
  const raw = await plein.ria.raw()
  const path = `/api/seats/${plein.ria.seat}/self`
  for (const body of [
    '{',
    '[]',
    'null',
    '"x"',
    '{"picture":7}',
    '{"unknown":1}',
    '{"picture":{"a":1}}',
    '\0',
  ]) {
    const answer = await raw.request('PUT', path, body)
    expect(answer.status, body).toBe(400)
    expect(answer.refusal().refusal, body).toBe('badInput')
  }
  // The server need not read what is far too long: it may also just hang up.
  const tooLong = raw.request('PUT', path, JSON.stringify({ picture: 'x'.repeat(400_000) }))
  expect([413, 'hung up']).toContain(
    await tooLong.then(
      ({ status }) => status,
      () => 'hung up',
    ),
  )
  expect((await raw.request('PUT', path, '{}', { 'content-type': 'text/plain' })).status).toBe(400)
  expect((await raw.request('PUT', path, '{}', { origin: 'http://evil.example' })).status).toBe(403)
  expect([403, 404]).toContain((await raw.request('GET', '/api/seats/../../etc/passwd/view')).status)
  expect((await raw.call('editSelf', { seat: plein.ria.seat }, { language: 'nl' })).status).toBe(200)
  await nobodyLost(plein)
})

test('[OD1] a huge paste is cut, said, and costs nobody a word', async ({ world }) => {
  const plein = await buildPlein(world)
  const { ria, omar } = plein
  await ria.openAgreement(KEPT)
  await ria.press(ria.page.getByRole('button', { name: new RegExp(KEPT) }).first())
  const what = ria.sheet('Wat gaan jullie doen?')
  const box = what.getByRole('textbox')
  await ria.press(box)
  await expect(box).toBeFocused()
  await ria.page.keyboard.press('Control+End')
  await ria.copyElsewhere(` en ${'heel veel woorden '.repeat(20_000)}`)
  await ria.page.keyboard.press('Control+V')
  await ria.sees('Meer past hier niet. Wat er staat, blijft staan.')
  await expect(omar.agreement(KEPT)).toContainText('heel veel woorden')
  expect((await omar.agreement(KEPT).innerText()).length).toBeLessThan(2_500)
  await nobodyLost(plein)
})

test('[OD6] a socket that speaks nonsense ends only itself', async ({ world }) => {
  const plein = await buildPlein(world)
  const raw = await plein.ria.raw()
  const random = repeatableRandom('nonsense')
  for (const bytes of [
    random(1),
    random(40),
    Buffer.from([0, 2, 5, 1]),
    Buffer.alloc(300_000, 255),
    'hello',
    '',
  ]) {
    const socket = raw.plan(plein.ria.seat)
    socket.send(rawStep1)
    await socket.until('the plan', (frame) => frame.includes(KEPT))
    socket.send(bytes)
    expect(await socket.untilEnded()).toBe(4400)
  }
  const live = raw.live(plein.ria.seat)
  await live.until('the view', (frame) => frame.includes('Wilgenplein'))
  live.send(random(2000))
  live.close()
  await nobodyLost(plein)
})

test('[SD4] a wrong card opens nothing and says so', async ({ world }) => {
  const { phones, card } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await herman.goToPlan()
  await herman.jot(KEPT)
  const { origin, pathname } = new URL(card)
  const wrongKey = `#1.${Buffer.alloc(32, 9).toString('base64url')}.${Buffer.alloc(32, 8).toString('base64url')}`
  for (const fragment of ['', '#', '#1.x.y', '#2.abc', '#b1.AAAA.BBBB', wrongKey]) {
    if (fragment === wrongKey) await edith.context.clock.install()
    const tab = await edith.context.newPage()
    await tab.goto(`${origin}${pathname}${fragment}`)
    if (fragment === wrongKey) {
      const answer = tab.getByText('Deze kaart is niet meer open. Vraag iemand binnen om een nieuwe.')
      const knocked = tab.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent'))
      await tab.getByRole('button', { name: 'Ik kom binnen' }).tap()
      // It is sent, and nobody answers a card that is none: twenty seconds later that is said.
      await knocked
      await expect(answer).toHaveCount(0)
      await tab.clock.fastForward(20_000)
      await expect(answer).toBeVisible()
    } else {
      await expect(tab.getByText(/Deze kaart kunnen wij niet lezen/)).toBeVisible()
    }
    await tab.close()
  }
  await edith.goToPlan()
  await expect(edith.agreement(KEPT)).toBeVisible()
  await nobodyLost({ omar: herman })
})

test('[PL1] an old tab says so, writes nothing, and nobody loses a word', async ({ world }) => {
  const plein = await buildPlein(world)
  const old = await world.person('Tess', 'phone')
  await old.context.routeWebSocket(/\/live$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      socket.send(
        String(message).replace(`"schemaVersion":${SCHEMA_VERSION}`, `"schemaVersion":${SCHEMA_VERSION + 1}`),
      )
    })
  })
  await old.page.goto(plein.conference.link('Tess'))
  await old.press(old.button('Ja, dat ben ik'))
  await old.sees('Deze pagina is oud. Jouw tekst is bewaard. Laad de pagina opnieuw.')
  await expect(old.button('Laad opnieuw')).toBeVisible()
  await expect(old.page.getByRole('textbox')).toHaveCount(0)
  expect(old.network.socketBytes('/docs')).toBe(0)
  await nobodyLost(plein)
})
