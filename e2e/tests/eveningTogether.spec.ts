import { expect } from '@playwright/test'
import { verifyPlanFile } from '@kringplan/shared/plan/planFile'
import { joinAll, signRaw } from '../fixtures/boardTable.ts'
import { fetchLinked, readPdf, savePlanFile } from '../fixtures/copies.ts'
import { meetAgain, openCopy, thanks } from '../fixtures/evening.ts'
import { drawName, goToSigning, planOnTable, signBy, typeName } from '../fixtures/onTable.ts'
import type { Person } from '../fixtures/person.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

test("@main Alle Hens to everybody's signature", async ({ world }) => {
  test.setTimeout(240_000)
  const { conference, phones } = await planOnTable(world, ['Ria', 'Omar', 'Samira'])
  const [ria, omar, samira] = phones as [Person, Person, Person]
  const marieke = await world.person('Marieke', 'phone')
  await marieke.joinByLink(conference.link('Marieke'))
  const coordinator = await world.person('Fatma', 'desktop')
  await coordinator.takeSeatsOf(conference.coordinator)
  const desk = `${world.server.url}/c/${conference.coordinatorSeat}`
  const atHome = await joinAll(world, conference, ['Joey', 'Tess'])

  await test.step('the coordinator turns the pages for everybody; the professional answers', async () => {
    await coordinator.page.goto(`${desk}/tafel`)
    for (const phone of phones) await phone.press(phone.link('Lees mee'))
    await coordinator.press(coordinator.button('Lees het plan voor'))
    for (const phone of phones) await expect(phone.heading(/Samen het plein opruimen/)).toBeVisible()
    await coordinator.press(coordinator.button('Volgende'))
    for (const phone of phones) await expect(phone.heading(/Een bank bij de speeltuin/)).toBeVisible()
    await marieke.press(marieke.link('Lees het plan'))
    const bench = marieke.page.locator('[data-reads]').filter({ hasText: 'Een bank bij de speeltuin' })
    await expect(bench).toContainText('Dit lezen zij nu')
    await marieke.press(bench.getByRole('button', { name: 'Dit gaat ook over mij' }))
    await marieke.choose(bench, 'radio', 'Dit kan')
    await marieke.press(bench.getByRole('button', { name: 'Zeg dit tegen de kring' }))
    await coordinator.sees('Dit kan.')
    for (const phone of phones) await phone.page.goto(`${world.server.url}/plek/${phone.seat}`)
    await meetAgain(ria, 'op het pleinfeest', 'Wilgenplein', 'Samira')
  })

  await test.step('the coordinator fixes the plan, and everybody signs it, the professional among them', async () => {
    await coordinator.page.goto(desk)
    const day = coordinator.link(/De dag zelf/).or(coordinator.button(/De dag zelf/))
    await coordinator.press(day.first())
    await coordinator.press(coordinator.button('Zet het plan vast'))
    const sure = coordinator.page.getByRole('dialog', { name: 'Zet het plan vast' })
    await coordinator.press(sure.getByRole('button', { name: 'Zet het plan vast' }))
    await coordinator.sees(/De code van dit plan is [A-Z]{2}\s\d\d\s[A-Z]{2}\s\d\d\./)
    await marieke.page.goto(`${world.server.url}/i/${marieke.seat}`)
    for (const phone of [ria, omar, samira, marieke]) await goToSigning(phone)
    await signBy(ria, () => drawName(ria))
    await signBy(omar, () => typeName(omar))
    await signBy(samira, () => samira.press(samira.button('Zet je plaatje')))
    await signBy(marieke, () => typeName(marieke))
    for (const phone of [ria, omar, samira, marieke]) await expect(phone.heading(thanks)).toBeVisible()
    for (const member of atHome) await signRaw(member, conference.id)
    await ria.page.goto(`${world.server.url}/plek/${ria.seat}`)
    await ria.press(ria.link('Iemand tekende op papier'))
    for (const name of ['Jan', 'Bilal']) {
      await ria.press(ria.button(name))
      await ria.press(ria.button('Ja, die staat er'))
      await ria.sees(`De handtekening van ${name} staat in het plan.`)
    }
  })

  await test.step('ready: everybody has the whole copy, which verifies', async () => {
    await coordinator.press(coordinator.button('Klaar'))
    const sure = coordinator.page.getByRole('dialog', { name: 'Klaar' })
    await coordinator.press(sure.getByRole('button', { name: 'Klaar' }))
    await openCopy(omar)
    const file = await savePlanFile(omar)
    const { good, faults, plan } = verifyPlanFile(file)
    expect([good, faults, plan?.version]).toEqual([true, [], 1])
    const everybody = [...wilgenplein.members, wilgenplein.professional]
    expect(file.signatures.map(({ person }) => person.name).toSorted()).toEqual(everybody.toSorted())
    const { text } = await readPdf(await fetchLinked(omar, omar.link('Print het plan')))
    expect(text).toContain('Een bank bij de speeltuin')
    await marieke.page.goto(`${world.server.url}/i/${marieke.seat}`)
    await marieke.press(marieke.link('Jouw deel van het plan'))
    await marieke.sees('De kring geeft jou een kopie.')
    await marieke.sees('Een bank bij de speeltuin')
    omar.network.cut()
    await omar.page.reload()
    await omar.sees('Samen het plein opruimen')
  })
})
