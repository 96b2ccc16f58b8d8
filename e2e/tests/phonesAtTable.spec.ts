import { expect } from '@playwright/test'
import { goToSigning, moveOn, planOnTable, signBy, typeName } from '../fixtures/onTable.ts'
import type { Person } from '../fixtures/person.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

test('[TB23] two phones fix the plan together, without a board', async ({ world }) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  const ask = async () => {
    await ria.press(ria.button('Zet het plan vast'))
    await ria.press(
      ria.sheet('Zullen wij het plan vastzetten?').getByRole('button', { name: 'Zet het plan vast' }),
    )
  }
  await test.step('[TB24] not before it says when the circle meets again', async () => {
    await ask()
    await ria.sees('Eerst nog dit: wanneer komen wij weer samen?')
    await ria.press(ria.link('Kies een dag, of kies later'))
    await expect(ria.heading('Wanneer komen wij weer samen?')).toBeVisible()
    await ria.press(ria.button('Wanneer komen wij weer samen?'))
    const sheet = ria.sheet('Wanneer komen wij weer samen?')
    await ria.type(sheet, 'Wanneer? Zeg het met eigen woorden.', 'in het voorjaar')
    await ria.press(sheet.getByRole('button', { name: 'Klaar' }))
    await ria.press(ria.button('Waar komen wij samen?'))
    await ria.type(ria.sheet('Waar komen wij samen?'), 'Waar komen wij samen?', 'De Schakel')
    await ria.press(ria.button('Klaar'))
    await ria.press(ria.button('Wie let op of het lukt?'))
    await ria.tick(ria.sheet('Wie let op of het lukt?'), ['Samira'])
    await ria.press(ria.button('Klaar'))
    await ria.press(ria.link('Terug'))
    await omar.press(omar.link('Weer samen'))
    await omar.sees('in het voorjaar')
    await omar.sees('Samira')
    await omar.press(omar.link('Terug'))
  })
  await test.step('[TB23] the first asks, the others see it and may say not now', async () => {
    await ask()
    await ria.sees('Jij vroeg dit. Iemand anders moet ook ja zeggen.')
    await omar.sees('Ria vraagt: zullen wij het plan vastzetten?')
    await omar.press(omar.button('Nu niet'))
    await omar.seesNothingOf('Ria vraagt: zullen wij het plan vastzetten?')
    await ria.seesNothingOf('Jij vroeg dit. Iemand anders moet ook ja zeggen.')
  })
  await test.step('[TB23] over the plan, too: the second person does it', async () => {
    await omar.goToPlan()
    await ask()
    await omar.sees('Ria vraagt: zullen wij het plan vastzetten?')
    await omar.press(omar.button('Ja, doe maar'))
    await expect(ria.heading('Ben jij het eens met dit plan?')).toBeVisible()
    await goToSigning(ria)
    const view = await ria.readView()
    expect(view.kind === 'open' && view.phase).toBe('signing')
  })
  await test.step('[TB25] who comes second is told what is so now', async () => {
    await moveOn(conference, 'table')
    for (const phone of phones) {
      await phone.page.goto(`${world.server.url}/plek/${phone.seat}`)
      await expect(phone.heading('Wij lezen het plan.')).toBeVisible()
    }
    await ask()
    await omar.sees('Ria vraagt: zullen wij het plan vastzetten?')
    // This phone does not hear that the coordinator is first.
    omar.network.hold()
    await moveOn(conference, 'freeze')
    await omar.press(omar.button('Ja, doe maar'))
    await omar.sees('Iemand anders was net iets eerder.')
    omar.network.release()
    await omar.sees('Iemand anders was net iets eerder. Het plan staat nu vast.')
    await expect(omar.heading('Ben jij het eens met dit plan?')).toBeVisible()
    await omar.press(omar.button('Sluit'))
    await omar.seesNothingOf('Iemand anders was net iets eerder.')
  })
})

test('[TB21, TB22] reading along: follows, pages by itself, comes back; without a board it turns for all', async ({
  world,
}) => {
  const { phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  for (const phone of phones) await phone.press(phone.link('Lees mee'))
  await ria.sees('Wij beginnen zo met lezen.')
  await ria.press(ria.button('Wie leest voor?'))
  await ria.choose(ria.sheet('Wie leest voor?'), 'radio', 'Omar')
  await ria.press(ria.button('Klaar'))
  await omar.sees('Jij leest voor.')
  await ria.press(ria.button('Volgende'))
  await expect(ria.heading(/Samen het plein opruimen/)).toBeVisible()
  await expect(omar.heading('Wij lezen het plan.')).toBeVisible()
  await ria.press(ria.button('Laat dit aan iedereen zien'))
  await expect(omar.heading(/Samen het plein opruimen/)).toBeVisible()
  await omar.sees('Dit lezen zij nu')
  await omar.sees('Dan belt Ria de anderen')
  await omar.press(omar.button('Volgende'))
  await expect(omar.heading(/Een bank bij de speeltuin/)).toBeFocused()
  await expect(ria.heading(/Samen het plein opruimen/)).toBeVisible()
  await omar.press(omar.button('Terug naar waar zij nu lezen'))
  await expect(omar.heading(/Samen het plein opruimen/)).toBeVisible()
  await expect(omar.button('Terug naar waar zij nu lezen')).toHaveCount(0)
})

test('[SG23] what a phone typed without network is offered as text, and is not in what it signs', async ({
  world,
}) => {
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar'])
  const [ria, omar] = phones as [Person, Person]
  await omar.goToPlan()
  await omar.openAgreement('Een bank bij de speeltuin')
  await omar.press(omar.button(/^Waar/))
  await omar.press(omar.button('Typ het'))
  await expect(omar.page.getByRole('textbox')).toBeFocused()
  omar.network.cut()
  await omar.page.keyboard.type('x')
  await omar.sees('Even geen internet')
  await moveOn(conference, 'freeze')
  await goToSigning(ria)
  omar.network.restore()
  await omar.sees('Dit stond nog niet op het bord.')
  await omar.sees('Waar: x')
  await omar.page.goto(`${world.server.url}/plek/${omar.seat}`)
  await goToSigning(omar)
  await expect(omar.page.getByRole('main')).not.toContainText('x')
  await signBy(omar, () => typeName(omar))
  await expect(omar.heading('Dank je wel. Jouw handtekening staat in het plan.')).toBeVisible()
})

test('[SG20] by keyboard alone: tick, place the picture, look at it, give it', async ({ world }) => {
  const { conference } = await planOnTable(world, ['Ria'])
  const omar = await world.person('Omar', 'desktop')
  await omar.joinByLink(conference.link('Omar'))
  await moveOn(conference, 'freeze')
  const { page } = omar
  const walkTo = async (role: 'button' | 'link' | 'checkbox', name: string) => {
    const goal = page.getByRole(role, { name, exact: true })
    await expect(goal).toBeVisible()
    for (let step = 0; step < 40; step += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not come to ${role} ${name}`)
  }
  await walkTo('link', 'Naar het plan en tekenen')
  await page.keyboard.press('Enter')
  await expect(omar.heading('Ben jij het eens met dit plan?')).toBeFocused()
  await walkTo('checkbox', 'Ja, ik ben het ermee eens')
  await page.keyboard.press('Space')
  await walkTo('button', 'Zet je plaatje')
  await page.keyboard.press('Enter')
  await walkTo('button', 'Zet mijn handtekening')
  await page.keyboard.press('Enter')
  await walkTo('button', 'Ja, dit klopt')
  await page.keyboard.press('Enter')
  await expect(omar.heading('Dank je wel. Jouw handtekening staat in het plan.')).toBeFocused()
  await omar.sees(/met een plaatje\./)
})

test('[SG16] where everybody takes part the professional signs on the same pages', async ({ world }) => {
  const { conference } = await planOnTable(world, ['Ria'])
  const marieke = await world.person(wilgenplein.professional, 'phone')
  await marieke.joinByLink(conference.link(wilgenplein.professional))
  await moveOn(conference, 'freeze')
  await goToSigning(marieke)
  await marieke.sees(`Dit doe jij, ${wilgenplein.professional}`)
  await signBy(marieke, () => typeName(marieke))
  await expect(marieke.heading('Dank je wel. Jouw handtekening staat in het plan.')).toBeVisible()
  await marieke.press(marieke.link('Terug'))
  await marieke.press(marieke.link('Bekijk mijn handtekening'))
  await marieke.press(marieke.button('Neem mijn handtekening terug'))
  await marieke.press(marieke.button('Ja, neem terug'))
  await expect(marieke.link('Naar het plan en tekenen')).toBeVisible()
})
