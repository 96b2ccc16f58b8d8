import { expect } from '@playwright/test'
import {
  agreeOnCount,
  boardCards,
  closeDoorAtBoard,
  enterByCard,
  pairBoard,
  readDoorCard,
  typeAgreement,
} from '../fixtures/board.ts'
import { makeConferenceOnScreen, scanPersonalCode } from '../fixtures/coordinator.ts'
import { johan, lines } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { expectInNoText } from '../fixtures/qr.ts'
import { makeSlow } from '../fixtures/slowPhone.ts'
import { test } from '../fixtures/world.ts'

test('@main Johan and his circle draft the fourteen lines of their plan behind a closed door', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const coordinator = await world.person('Fatma', 'desktop')
  const professional = await world.person(johan.professional, 'phone')
  const board = await world.person('bord', 'board')
  const edith = await world.person('tante Edith', 'phone')
  const wim = await world.person('Wim', 'phone')
  const herman = await world.person('oom Herman', 'phone')
  const phones = [edith, wim, herman]
  const everybody = [coordinator, professional, board, ...phones]
  await makeSlow(herman)

  await test.step('the coordinator makes the conference', async () => {
    await makeConferenceOnScreen(coordinator, await world.server.signInLink(), {
      ...johan,
      modelTitle: 'Eigen Kracht-conferentie',
    })
  })

  await test.step('everybody comes in by scanning a code that stands in no text or attribute', async () => {
    const links = new Map<Person, string>()
    for (const person of [professional, ...phones]) {
      const link = await scanPersonalCode(coordinator, person.name)
      links.set(person, link)
    }
    await Promise.all(
      [...links].map(async ([person, link]) => {
        const before = Date.now()
        await person.joinByLink(link)
        expect(Date.now() - before, `${person.name} joins in under 40 seconds`).toBeLessThan(40_000)
        await expectInNoText(person.page, link)
      }),
    )
    await pairBoard(board, edith)
  })

  await test.step('information, and everybody who is not of the circle goes out', async () => {
    await professional.press(professional.link('Wat wil jij aan de kring vertellen?'))
    await professional.press(
      professional.page.locator('label').filter({ hasText: 'Dit is onze zorg' }).first(),
    )
    await professional.page.getByRole('textbox', { name: 'Woorden van punt 1' }).fill(johan.points[0].text)
    await professional.press(professional.button('Bewaar'))
    await professional.sees('Bewaard')
    await coordinator.press(
      coordinator
        .button(/De dag zelf/)
        .or(coordinator.link(/De dag zelf/))
        .first(),
    )
    await coordinator.press(coordinator.button('Begin de bijeenkomst'))
    await expect(board.button(/^Ga verder/)).toBeVisible()
    await board.page.keyboard.press('ArrowRight')
    await expect(board.page.getByText(johan.points[0].text)).toBeVisible()
    await coordinator.press(coordinator.button('Ik ga naar buiten'))
    await coordinator.press(
      coordinator.page.getByRole('dialog').getByRole('button', { name: 'Ik ga naar buiten' }),
    )
    await expect(coordinator.heading('Jij bent nu buiten')).toBeVisible()
  })

  await test.step('the door closes; the phones come in by the card on the board', async () => {
    await closeDoorAtBoard(board, 'whole')
    const card = await readDoorCard(board)
    for (const phone of phones) await enterByCard(phone, card)
    for (const { page } of everybody) await expectInNoText(page, card)
    await agreeOnCount(board, phones.length)
    await Promise.all(phones.map((phone) => phone.goToPlan()))
  })

  await test.step('fourteen lines, on the board by keys and on three phones by thumb, all at once', async () => {
    const parts = [
      [board, lines.slice(0, 5)],
      [edith, lines.slice(5, 8)],
      [wim, lines.slice(8, 11)],
      [herman, lines.slice(11)],
    ] as const
    await Promise.all(
      parts.map(async ([person, part]) => {
        for (const line of part) {
          if (person === board) await typeAgreement(person, line)
          else await person.newAgreement(line)
        }
      }),
    )
    for (const phone of phones) {
      await expect(phone.agreements()).toHaveCount(lines.length)
      for (const { what } of lines) await expect(phone.agreement(what)).toHaveCount(1)
    }
    await expect(board.page.getByRole('heading', { name: `Het plan ${lines.length}` })).toBeVisible()
  })

  const meeting = 'Samen bowlen'
  await test.step('two devices write in one agreement without network; both their words stay', async () => {
    for (const [phone, words] of [
      [edith, ' in de stad'],
      [wim, ' met taart'],
    ] as const) {
      phone.network.cut()
      await phone.openAgreement(meeting)
      await phone.press(phone.page.getByRole('button', { name: /Samen bowlen/ }).first())
      await phone.type(phone.sheet('Wat gaan jullie doen?'), 'Wat gaan jullie doen?', words)
      await expect(phone.page.getByText('Even geen internet').first()).toBeVisible()
      await phone.press(phone.sheet('Wat gaan jullie doen?').getByRole('button', { name: 'Sluit' }))
      await phone.press(phone.link('Het plan'))
    }
    edith.network.restore()
    wim.network.restore()
    for (const phone of phones) {
      await expect(phone.agreement(meeting)).toContainText('in de stad', { timeout: 40_000 })
      await expect(phone.agreement(meeting)).toContainText('met taart', { timeout: 40_000 })
    }
  })

  const swimming = 'Wim en Johan gaan samen zwemmen'
  await test.step('one is moved by the board while a phone writes in it', async () => {
    await edith.openAgreement(swimming)
    await edith.press(edith.page.getByRole('button', { name: /Waar/ }).first())
    const where = edith.sheet('Waar doen zij dit?')
    const typeIt = where.getByRole('button', { name: 'Typ het' })
    if (await typeIt.isVisible()) await edith.press(typeIt)
    await edith.press(where.getByRole('textbox').first())
    await edith.page.keyboard.type('in het zwem')
    const before = await placeOf(edith, herman, swimming)
    await moveUpOnBoard(board, swimming)
    await expect.poll(() => placeOf(edith, herman, swimming)).toBe(before - 1)
    await edith.page.keyboard.type('bad De Dolfijn')
    await edith.press(where.getByRole('button', { name: 'Sluit' }))
    await edith.press(edith.link('Het plan'))
    await expect(board.page.getByText('in het zwembad De Dolfijn')).toBeVisible()
    expect(await placeOf(edith, herman, swimming)).toBe(before - 1)
  })

  await test.step('everybody inside has the same plan, in the same order, and all of it has arrived', async () => {
    for (const phone of phones) await expect(phone.page.getByText('schrijft hier')).toHaveCount(0)
    const [first = [], ...others] = await Promise.all(phones.map(readPlan))
    expect(first).toHaveLength(lines.length)
    for (const other of others) expect(other).toEqual(first)
    for (const phone of phones) {
      await expect(
        phone.page.getByRole('status').filter({ hasText: 'Alles staat op het bord.' }),
      ).toBeVisible()
    }
    await expect(board.page.getByText('Alles is bewaard.')).toBeVisible()
    const full = edith.agreement('Vader blowt alleen als Johan niet thuis is')
    await expect(full).toContainText('zaterdagavond')
  })

  await test.step('who is outside has seen none of it', async () => {
    for (const person of [coordinator, professional]) {
      await person.sees('De familie is nu samen.')
      const got = person.network.received()
      for (const { what } of lines) expect(got.includes(Buffer.from(what))).toBe(false)
    }
  })
})

/** The words of every agreement, in order, as a phone shows them. */
async function readPlan(phone: Person): Promise<readonly string[]> {
  await expect(phone.agreements()).toHaveCount(lines.length)
  return phone.agreements().allInnerTexts()
}

/** The number of an agreement, seen on a phone that does nothing. */
async function placeOf(_writer: Person, reader: Person, words: string): Promise<number> {
  const all = await reader.agreements().allInnerTexts()
  return all.findIndex((text) => text.includes(words)) + 1
}

/** Goes to an agreement on the board with the keys and moves it one place up. */
async function moveUpOnBoard(board: Person, words: string): Promise<void> {
  const card = boardCards(board).filter({ hasText: words })
  for (let page = 0; page < 4 && (await card.count()) === 0; page += 1) {
    await board.page.keyboard.press(page < 2 ? 'PageUp' : 'PageDown')
  }
  await expect(card).toHaveCount(1)
  await card.getByRole('button').first().focus()
  await board.page.keyboard.press('Alt+ArrowUp')
}
